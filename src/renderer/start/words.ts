import { textHook } from '../i18n'

export const useSignInText = textHook('sign-in')
export type SignInText = ReturnType<typeof useSignInText>

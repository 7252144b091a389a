import { useState, type ComponentProps } from 'react'
import { Button } from './Button'
import { TextField } from './TextField'

interface SecretFieldProps extends ComponentProps<typeof TextField> {
  readonly words: {
    readonly show: string
    readonly hide: string
    /** Names the field as well, for screen readers. */
    readonly showWhat: string
    readonly hideWhat: string
  }
}

/**
 * A field that shows dots until somebody wants to see the characters, because a long sentence is hard to type blind.
 */
export function SecretField({ words, ...rest }: SecretFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <div className="secret">
      <TextField {...rest} type={shown ? 'text' : 'password'} />
      <Button
        kind="link"
        className="secret-show"
        aria-label={shown ? words.hideWhat : words.showWhat}
        onPress={() => setShown(!shown)}
      >
        {shown ? words.hide : words.show}
      </Button>
    </div>
  )
}

import type { peopleEn } from './people.en'

export const peopleFr: Readonly<Record<keyof typeof peopleEn, string>> = {
  title: 'Personnes',
  empty:
    'Il n’y a encore que vous ici. Les personnes apparaîtront quand elles s’inscriront, seront ajoutées ou arriveront avec un fichier du personnel.',
}

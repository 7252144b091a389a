import type { accessEn } from './access.en'

export const accessFr: Readonly<Record<keyof typeof accessEn, string>> = {
  passphrase: 'Phrase secrète',
  'passphrase.new': 'Phrase secrète',
  'passphrase.rule':
    'Au moins {least, number} caractères. Le mieux est une phrase à laquelle vous seul penseriez ; majuscules, chiffres et signes ne sont pas demandés.',
  'passphrase.more': 'Encore {left, plural, one {# caractère} other {# caractères}}.',
  'passphrase.enough': 'La longueur suffit.',
  'passphrase.again': 'La phrase secrète une seconde fois',
  pin: 'Code',
  'pin.new': 'Nouveau code',
  'pin.hint': 'Laissez vide si vous n’en avez pas encore.',
  'pin.rule': 'Des chiffres seulement, {least, number} ou plus. Ni suite comme 1234, ni votre matricule.',
  'pin.again': 'Le code une seconde fois',
  show: 'Afficher',
  hide: 'Masquer',
  'show.what': 'Afficher la saisie : {field}',
  'hide.what': 'Masquer la saisie : {field}',
  'missing.passphrase': 'Écrivez votre phrase secrète.',
  'missing.pin': 'Écrivez votre code.',
  'missing.code': 'Écrivez le code de secours.',
  'missing.number': 'Écrivez votre matricule.',
  'fault.too-short.passphrase':
    'C’est moins de {least, number} caractères. Ajoutez quelques mots pour en faire une phrase.',
  'fault.too-short.pin': 'Un code compte au moins {least, number} chiffres.',
  'fault.too-long': 'C’est plus de {most, number} caractères. Raccourcissez.',
  'fault.too-simple': 'Cela se devine trop facilement. Prenez des caractères plus variés.',
  'fault.not-digits': 'Un code ne contient que des chiffres.',
  'fault.about-you':
    'C’est votre nom, votre matricule ou l’organisation. Prenez quelque chose que les autres ignorent.',
  'fault.different': 'Les deux saisies diffèrent. Retapez la seconde.',
  'wrong.passphrase': 'Le matricule ou la phrase secrète est incorrect. Vérifiez les deux et réessayez.',
  'wrong.pin':
    'Le matricule ou le code est incorrect. Si vous avez oublié votre code, la personne qui tient la liste du personnel peut vous en donner un nouveau.',
  'wrong.pin.empty':
    'Personne ne peut se connecter avec ce matricule et sans code. Vérifiez le matricule ou écrivez votre code. Si vous avez une phrase secrète, choisissez « J’ai une phrase secrète ».',
  'wrong.unlock.passphrase': 'Ce n’est pas la phrase secrète. Vérifiez la touche Verr. Maj, puis réessayez.',
  'wrong.unlock.pin': 'Ce n’est pas le code. Réessayez.',
  'wrong.unlock.none': 'Ce n’est pas le matricule de la personne connectée.',
  'wrong.recovery': 'Le matricule ou le code est incorrect. Comparez les deux avec le papier.',
  'wait.seconds':
    'Il y a eu plusieurs essais incorrects. Réessayez dans {n, plural, one {# seconde} other {# secondes}}.',
  'wait.minutes':
    'Il y a eu plusieurs essais incorrects. Réessayez dans {n, plural, one {# minute} other {# minutes}}.',
  'with-passphrase': 'J’ai une phrase secrète',
  'with-number': 'Je suis en formation',
  'passphrase.title': 'Connexion avec une phrase secrète',
  'passphrase.text': 'Pour les formateurs, les RH et les administrateurs.',
  forgotten: 'J’ai oublié ma phrase secrète',
  'recover.title': 'Entrer avec le code de secours',
  'recover.text':
    'Un administrateur peut réinitialiser une phrase oubliée sous Personnes. Le code imprimé n’aide que si aucun autre administrateur n’est là. Il sert une seule fois ; vous en recevrez un nouveau.',
  'recover.code': 'Code de secours',
  'recover.code.hint': 'Six groupes de quatre, comme imprimé. Majuscules et tirets sont indifférents.',
  'recover.go': 'Enregistrer la nouvelle phrase',
  'recover.back': 'Revenir à la connexion',
  'code.title': 'Gardez ce code',
  'code.text':
    'Si vous oubliez votre phrase secrète et qu’aucun autre administrateur n’est là, ce code est le seul moyen de revenir. Personne ne pourra le retrouver plus tard, pas même nous.',
  'code.do': 'Imprimez-le ou notez-le, et rangez-le avec les papiers importants. Il sert une seule fois.',
  'code.print': 'Imprimer',
  'code.kept': 'Il est rangé',
  'code.for': 'Code de secours de Hold the Line',
  'code.made': 'Créé le {date}. Il remplace tous les codes précédents.',
  'code.use':
    'Pour l’utiliser : sur la page de connexion, choisissez « J’ai une phrase secrète », puis « J’ai oublié ma phrase secrète ».',
  'lock.title': 'Verrouillé',
  'lock.text': '{name} est connecté. Tout ce qui était à l’écran est conservé, et le temps ne court plus.',
  'lock.number': 'Matricule',
  'lock.go': 'Déverrouiller',
  'lock.other': 'Ce n’est pas vous ? Déconnectez : rien de ce que {name} a fait n’est perdu.',
  'change.title.passphrase': 'Choisissez votre phrase secrète',
  'change.title.pin': 'Choisissez un code',
  'change.text.passphrase':
    'Désormais vous vous connectez avec votre matricule et une phrase que vous seul connaissez.',
  'change.text.pin':
    'Désormais vous vous connectez avec votre matricule et un code que vous seul connaissez.',
  'change.go': 'L’utiliser désormais',
  'change.given': 'Prenez-en un autre que celui que l’on vous a donné.',
}

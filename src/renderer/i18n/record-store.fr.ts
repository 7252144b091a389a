import type { recordStoreEn } from './record-store.en'

export const recordStoreFr: Readonly<Record<keyof typeof recordStoreEn, string>> = {
  title: 'Entrepôt de traces',
  intro:
    'Si votre organisation dispose d’un entrepôt de traces d’apprentissage (LRS), Hold the Line peut lui transmettre les essais terminés, les parcours réussis et les certificats. Tout reste aussi sur cet ordinateur.',
  'names.named': 'Le nom et le matricule de chaque personne y figurent.',
  'names.pseudonymous':
    'Un pseudonyme remplace le nom et le matricule de chaque personne, car votre organisation masque les résultats individuels.',
  leftover:
    '{count, plural, one {# trace n’a pas été transmise et le sera} other {# traces n’ont pas été transmises et le seront}} au prochain entrepôt connecté.',

  address: 'Adresse',
  'address.hint': 'Telle que l’entrepôt l’indique, par exemple https://lrs.example.org/xapi',
  key: 'Clé',
  secret: 'Secret',
  'secret.kept': 'Laissez vide pour conserver le secret actuel.',
  'secret.hint': 'Il est chiffré sur cet ordinateur et n’est plus jamais affiché.',
  'home-page': 'Adresse de votre organisation (facultatif)',
  'home-page.hint':
    'Les personnes sont identifiées comme des comptes à cette adresse. Si d’autres systèmes alimentent le même entrepôt, indiquez l’adresse qu’ils utilisent.',
  'earlier.with': 'Transmettre aussi les données existantes',
  'earlier.hint': '{count, plural, one {# essai terminé} other {# essais terminés}}, et les certificats.',
  try: 'Tester la connexion',
  trying: 'Connexion à l’entrepôt…',
  connect: 'Connecter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  tried: 'L’entrepôt a répondu et accepté la clé. Rien n’a été écrit.',
  'tried.write-only':
    'L’entrepôt a répondu. Cette clé ne permet pas de lire : la première transmission montrera si elle permet d’écrire.',

  'fault.not-an-address': 'Ce n’est pas une adresse web. Elle doit commencer par https://',
  'fault.not-https':
    'L’adresse doit commencer par https:// pour que personne ne puisse lire les données en transit. Seul un entrepôt installé sur cet ordinateur peut utiliser http://',
  'fault.with-credentials': 'Retirez la clé et le secret de l’adresse et saisissez-les dans leurs champs.',
  'fault.with-query': 'L’adresse ne peut contenir ni ? ni #.',
  'fault.secret-missing':
    'Saisissez le secret. Le secret enregistré ne sert que pour l’adresse et la clé avec lesquelles il a été saisi.',
  'fault.key-missing': 'Saisissez la clé.',
  'fault.home-page': 'Indiquez une adresse qui commence par https://, ou laissez le champ vide.',

  'problem.unreachable':
    'L’entrepôt est injoignable. Vérifiez que cet ordinateur est en ligne et que l’adresse est correcte.',
  'problem.slow': 'L’entrepôt a mis trop de temps à répondre.',
  'problem.certificate':
    'Le certificat de l’entrepôt n’est pas valable : rien n’a été envoyé. La personne qui le gère doit le renouveler ou l’installer.',
  'problem.redirect':
    'L’adresse redirige vers une autre. Pour protéger la clé, les redirections ne sont pas suivies. Indiquez l’adresse finale.',
  'problem.proxy':
    'Le proxy de votre réseau a refusé la connexion. Adressez-vous à l’administrateur du réseau.',
  'problem.credentials':
    'L’entrepôt a rejeté la clé. Saisissez de nouveau la clé et le secret. Rien n’est perdu entre-temps.',
  'problem.not-found': 'Il n’y a pas d’entrepôt à cette adresse. Vérifiez qu’elle est complète.',
  'problem.busy': 'L’entrepôt est occupé et demande de patienter.',
  'problem.server-fault': 'L’entrepôt a signalé une erreur de son côté.',
  'problem.not-understood':
    'La réponse ne vient pas d’un entrepôt de traces, ou ne confirme pas la réception. Les traces sont conservées et seront renvoyées.',
  'problem.not-held': 'L’entrepôt dit avoir reçu une trace, mais elle ne s’y trouve pas. Elle sera renvoyée.',
  'problem.version': 'Cet entrepôt ne prend pas en charge xAPI 1.0.3.',
  'problem.secret-unreadable':
    'Ce compte d’utilisateur ne peut pas déverrouiller le secret enregistré. Saisissez de nouveau la clé et le secret.',
  'problem.internal': 'Un problème est survenu sur cet ordinateur. Une nouvelle tentative aura lieu.',
  detail: 'Détails :',

  'state.connected': 'Connecté. Tout a été transmis.',
  'state.refused':
    '{refused, plural, one {# trace a été rejetée} other {# traces ont été rejetées}} par l’entrepôt. Voir la liste ci-dessous.',
  'state.nothing-yet': 'Connecté. Rien à transmettre pour l’instant.',
  'state.sending': 'Transmission de {count, plural, one {# trace} other {# traces}}…',
  'state.waiting': '{count, plural, one {# trace attend} other {# traces attendent}} d’être transmises.',
  'state.paused':
    'En pause. {count, plural, =0 {Aucune trace n’attend} one {# trace attend} other {# traces attendent}} ; les nouvelles sont gardées.',
  'state.stopped':
    'Arrêté. {count, plural, =0 {Aucune trace n’attend} one {# trace attend} other {# traces attendent}}.',
  'fact.address': 'Adresse',
  'fact.key': 'Clé',
  'fact.last': 'Dernière transmission',
  'fact.last.never': 'aucune pour l’instant',
  'fact.since': 'En attente depuis',
  'fact.next': 'Prochaine tentative',
  'fact.earlier': 'Données antérieures',
  'fact.earlier.of': '{done, number} sur {total, number}',
  'send-now': 'Transmettre maintenant',
  pause: 'Suspendre',
  resume: 'Reprendre',
  change: 'Modifier…',
  'send-earlier': 'Transmettre les données antérieures',
  'send-earlier.done':
    'Les données antérieures sont transmises elles aussi. Ce que l’entrepôt a déjà n’est pas renvoyé.',
  disconnect: 'Déconnecter…',
  'disconnect.title': 'Déconnecter l’entrepôt ?',
  'disconnect.text':
    'La clé et le secret sont retirés de cet ordinateur, et les nouveaux essais ne sont plus transmis. L’entrepôt garde ce qu’il a reçu. {count, plural, =0 {Aucune trace n’attend.} one {# trace en attente est gardée pour le prochain entrepôt.} other {# traces en attente sont gardées pour le prochain entrepôt.}}',
  'disconnect.go': 'Déconnecter',

  'refused.title': 'Rejetées par l’entrepôt ({count, number})',
  'refused.text':
    'Elles ont été mises de côté pour que les autres puissent être transmises. Le motif vient de l’entrepôt. Montrez-le à la personne qui le gère.',
  'refused.what': 'Objet',
  'refused.when': 'Écrite le',
  'refused.reason': 'Motif',
  'refused.unwritten': 'n’a pas pu être écrite',
  'refused.hidden': 'trace (non affichée en mode pseudonyme)',
  'refused.view': 'Voir',
  'refused.retry': 'Réessayer',
  'refused.retry.all': 'Tout réessayer',
  'refused.export': 'Enregistrer dans un fichier…',
  'refused.exported': '{count, plural, one {# trace enregistrée} other {# traces enregistrées}} dans {file}.',
  'refused.drop': 'Écarter…',
  'refused.drop.title': 'Écarter cette trace ?',
  'refused.drop.text':
    'Elle ne sera plus transmise. La donnée elle-même reste dans Hold the Line, et le journal d’audit note qui l’a écartée.',
  'refused.drop.go': 'Écarter',
  'refused.more': 'Seules les {shown, number} plus récentes sont affichées ; le fichier les contient toutes.',
  'refused.close': 'Fermer',
  'refused.actions': 'Actions possibles',
  'verb.initialized': 'essai commencé',
  'verb.completed': 'essai terminé',
  'verb.passed': 'réussite',
  'verb.failed': 'non réussi',
  'verb.attempted': 'entraînement',
  'verb.earned': 'certificat obtenu',
  'verb.had-revoked': 'certificat révoqué',
}

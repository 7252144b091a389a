import type { recordStoreEn } from './record-store.en'

export const recordStoreFr: Readonly<Record<keyof typeof recordStoreEn, string>> = {
  title: 'Entrepôt de traces',
  intro:
    'Si votre organisation dispose d’un entrepôt de traces d’apprentissage (LRS), les essais terminés, les parcours réussis et les certificats peuvent lui être transmis. Tout reste aussi sur cet ordinateur.',
  'names.named': 'Les traces portent le nom et le matricule de chaque personne.',
  'names.pseudonymous':
    'Les traces portent un pseudonyme à la place du nom et du matricule, car l’organisation a choisi le mode pseudonyme.',
  leftover:
    '{count, plural, one {# trace n’avait pas été transmise. Elle ira} other {# traces n’avaient pas été transmises. Elles iront}} au prochain entrepôt.',

  address: 'Adresse',
  'address.hint': 'Telle que l’entrepôt l’indique, par exemple https://lrs.example.org/xapi',
  key: 'Clé',
  secret: 'Secret',
  'secret.kept': 'Laissé vide, le secret déjà enregistré est utilisé.',
  'secret.hint': 'Il est gardé verrouillé sur cet ordinateur et n’est plus jamais affiché.',
  'home-page': 'Adresse de votre organisation (facultatif)',
  'home-page.hint':
    'Dans les traces, les personnes sont des comptes de cette adresse. Si d’autres systèmes alimentent le même entrepôt, indiquez celle qu’ils utilisent.',
  'earlier.with': 'Transmettre aussi ce qui est déjà ici',
  'earlier.hint': '{count, plural, one {# essai terminé} other {# essais terminés}}, et les certificats.',
  try: 'Essayer',
  trying: 'L’entrepôt est interrogé…',
  connect: 'Connecter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  tried: 'L’entrepôt a répondu et la clé convient. Rien n’a été écrit.',
  'tried.write-only':
    'L’entrepôt a répondu. La clé ne permet pas de lire ; la première trace montrera si elle permet d’écrire.',

  'fault.not-an-address': 'Ce n’est pas une adresse. Elle commence par https://',
  'fault.not-https':
    'L’adresse doit commencer par https:// afin que personne ne puisse lire en chemin. Seul un entrepôt installé sur cet ordinateur peut utiliser http://',
  'fault.with-credentials': 'Retirez la clé et le secret de l’adresse et saisissez-les dans leurs champs.',
  'fault.with-query': 'L’adresse ne peut contenir ni ? ni #.',
  'fault.secret-missing':
    'Saisissez le secret. Celui qui est enregistré ne sert que pour l’adresse et la clé pour lesquelles il a été donné.',
  'fault.key-missing': 'Saisissez la clé.',
  'fault.home-page': 'Indiquez une adresse qui commence par https://, ou laissez le champ vide.',

  'problem.unreachable':
    'L’entrepôt est injoignable. Cet ordinateur est-il en ligne, et l’adresse est-elle juste ?',
  'problem.slow': 'L’entrepôt a mis trop de temps à répondre.',
  'problem.certificate':
    'L’entrepôt n’a pas pu prouver son identité : son certificat n’est pas valable ici, et rien n’a été envoyé. La personne qui le gère doit le renouveler ou l’installer.',
  'problem.redirect':
    'L’adresse renvoie vers une autre. Ce renvoi n’est pas suivi, pour que la clé reste à sa place. Indiquez l’adresse où l’entrepôt lui-même répond.',
  'problem.proxy': 'Le proxy de votre réseau a refusé. Adressez-vous au responsable du réseau.',
  'problem.credentials':
    'L’entrepôt refuse la clé. Saisissez de nouveau la clé et le secret ; rien n’est perdu entre-temps.',
  'problem.not-found': 'Rien ne reçoit de traces à cette adresse. Est-elle complète ?',
  'problem.busy': 'L’entrepôt demande de patienter.',
  'problem.server-fault': 'L’entrepôt rencontre une panne de son côté.',
  'problem.not-understood':
    'Ce qui a répondu n’est pas un entrepôt de traces, ou n’a pas confirmé la réception. Les traces sont gardées et renvoyées.',
  'problem.not-held': 'L’entrepôt dit avoir reçu une trace, mais elle ne s’y trouve pas. Elle sera renvoyée.',
  'problem.version': 'Cet entrepôt ne connaît pas xAPI 1.0.3.',
  'problem.secret-unreadable':
    'Ce compte d’utilisateur ne peut pas déverrouiller le secret enregistré. Saisissez de nouveau la clé et le secret.',
  'problem.internal': 'Un problème est survenu sur cet ordinateur. Une nouvelle tentative aura lieu.',
  detail: 'Ce qui a été constaté :',

  'state.connected': 'Connecté. Tout a été transmis.',
  'state.refused':
    'Connecté. Rien n’est en attente, mais {refused, plural, one {# trace a été refusée} other {# traces ont été refusées}} ; voir plus bas.',
  'state.nothing-yet': 'Connecté. Il n’y a encore rien eu à transmettre.',
  'state.sending': 'Transmission en cours. {count, plural, one {# trace attend} other {# traces attendent}}.',
  'state.waiting': 'Pas encore transmis. {count, plural, one {# trace attend} other {# traces attendent}}.',
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

  'refused.title': 'Refusées par l’entrepôt ({count, number})',
  'refused.text':
    'Elles ont été mises de côté pour que les autres puissent passer. Le motif est celui que l’entrepôt a donné ; montrez-le à la personne qui le gère.',
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

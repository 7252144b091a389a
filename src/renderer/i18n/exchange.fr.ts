import type { exchangeEn } from './exchange.en'

export const exchangeFr: Record<keyof typeof exchangeEn, string> = {
  title: 'Cet ordinateur et les autres',
  'role.alone': 'Cet ordinateur garde ses propres données. Il n’en envoie pas et n’en reçoit pas.',
  'role.hr': 'C’est l’ordinateur des RH. Il reçoit les données des autres.',
  'role.device': 'Cet ordinateur appartient à {organisation}. Il envoie aux RH les essais terminés.',

  'make.title': 'Installer d’autres ordinateurs',
  'make.text':
    'Enregistrez un fichier d’installation et apportez-le sur chaque ordinateur. Il contient le nom de votre organisation, ses parcours et ses réglages. Il ne contient aucun secret.',
  'make.first':
    'L’ordinateur sur lequel vous l’enregistrez devient celui des RH. Enregistrez-le sur un seul ordinateur, celui sur lequel les RH travaillent.',
  'make.people': 'Y mettre la liste des personnes',
  'make.people.hint':
    'Chacun retrouve alors son matricule sur tous les ordinateurs. Le fichier contient des noms et des matricules : gardez-le comme vous gardez cette liste.',
  'make.save': 'Enregistrer le fichier d’installation…',
  'make.saved':
    '{file} a été enregistré. Sur l’autre ordinateur, choisissez-le au premier démarrage ou ici, dans les réglages.',
  'make.code': 'Code de votre organisation',
  'make.code.hint': 'Les autres ordinateurs l’affichent quand ils lisent le fichier. Il doit être le même.',

  'take.title': 'Installer cet ordinateur à partir d’un fichier',
  'take.text': 'Les RH vous donnent le fichier. Son nom se termine par .htlsetup.',
  'take.again': 'Utiliser un fichier d’installation plus récent',
  'take.choose': 'Choisir le fichier d’installation…',
  'take.read':
    'Le fichier vient de {organisation} : {courses, plural, one {# parcours} other {# parcours}}{people, plural, =0 {} one {, # personne} other {, # personnes}}, fait le {date}.',
  'take.code': 'Comparez ce code avec celui que voient les RH : {code}',
  'take.name': 'Nom de cet ordinateur',
  'take.name.hint': 'Celui que tout le monde emploie, par exemple « Indore-3 » ou « 2e étage, fenêtre ».',
  'take.site': 'Site (facultatif)',
  'take.go': 'Installer cet ordinateur',
  'take.done': 'Cet ordinateur est installé. Choisissez maintenant le dossier de ses envois.',
  'name.missing': 'Donnez un nom à cet ordinateur.',

  'folder.title': 'Dossier des envois',
  'folder.device':
    'Les essais terminés voyagent dans ce dossier, en fichiers chiffrés : un lecteur réseau, un dossier synchronisé ou une clé USB. Seul l’ordinateur des RH peut les lire.',
  'folder.hr': 'Le dossier où arrivent les envois des autres ordinateurs. Il est consulté chaque minute.',
  'folder.none': 'Aucun dossier n’est choisi.',
  'folder.choose': 'Choisir un dossier…',
  'folder.change': 'Choisir un autre dossier…',
  'folder.problem.missing':
    'Le dossier est introuvable. Le lecteur est-il connecté ? Rien n’est perdu : une nouvelle tentative a lieu chaque minute.',
  'folder.problem.denied':
    'Ce compte n’a pas le droit d’utiliser le dossier. Rien n’est perdu : une nouvelle tentative a lieu chaque minute.',
  'folder.problem.other':
    'Le dossier ne peut pas être utilisé ({code}). Rien n’est perdu : une nouvelle tentative a lieu chaque minute.',
  'folder.full':
    'Il n’y a plus de place dans le dossier. Rien n’est perdu : une nouvelle tentative a lieu chaque minute.',

  'last.never': 'Pas encore consulté.',
  'last.at': 'Dernière consultation : {at}',
  'send.now': 'Envoyer maintenant',
  'look.now': 'Consulter maintenant',
  'send.again': 'Tout renvoyer',
  'send.again.hint': 'Quand une clé ou un dossier est perdu. Rien n’est importé deux fois.',
  'take.files': 'Importer des fichiers à la main…',
  'take.files.done':
    '{imported, plural, =0 {Rien de nouveau n’a été importé.} one {# envoi a été importé.} other {# envois ont été importés.}}{known, plural, =0 {} one { # était déjà là.} other { # étaient déjà là.}}{notTaken, plural, =0 {} one { # n’a pas pu être importé ; la raison est plus bas.} other { # n’ont pas pu être importés ; les raisons sont plus bas.}}',

  'own.title': 'Cet ordinateur',
  'own.name': 'Nom',
  'own.site': 'Site',
  'own.code': 'Code de cet ordinateur',
  'own.code.hint': 'Les RH le comparent avant d’accepter les premières données.',
  'own.waiting': 'En attente d’envoi',
  'own.waiting.n': '{n, plural, =0 {Rien} one {# essai terminé} other {# essais terminés}}',
  'own.latest': 'Dernier envoi',
  'own.latest.n': 'N° {number}, {at}',
  'own.latest.unwritten': 'N° {number}, pas encore écrit',

  'requests.title': 'Ordinateurs qui demandent à être acceptés',
  'requests.text':
    'Comparez le code avec celui qui est à l’écran de cet ordinateur, dans les réglages. N’acceptez que s’ils sont identiques.',
  'requests.asked': 'demande du {at}',
  'requests.accept': 'Accepter',
  'requests.refuse': 'Ne pas accepter',

  'devices.title': 'Ordinateurs',
  'devices.none':
    'Aucun ordinateur n’est encore accepté. Enregistrez un fichier d’installation et installez-en un avec lui.',
  'devices.name': 'Ordinateur',
  'devices.last': 'Dernier envoi',
  'devices.state': 'État',
  'devices.never': 'Aucun',
  'devices.ok': 'Complet',
  'devices.gaps': '{n, plural, one {L’envoi {list} manque} other {Les envois {list} manquent}}',
  'devices.revoked': 'Révoqué le {at}',
  'devices.revoke': 'Révoquer',
  'devices.again': 'Accepter de nouveau',
  'devices.revoke.title': 'Révoquer {name} ?',
  'devices.revoke.text':
    'Plus rien n’est importé de cet ordinateur, par exemple parce qu’il a été volé ou cédé. Ce qu’il a envoyé avant reste.',
  cancel: 'Annuler',

  'problems.title': 'Envois qui n’ont pas été importés',
  'problems.text': 'Rien de leur contenu n’est dans les données, et les données n’ont pas changé.',
  'problems.from': '{device}, envoi {number}',
  'problems.who': 'Qui est-ce ?',
  'who.title': 'Deux noms, un matricule',
  'who.text': 'Le matricule {number} est {ours} ici et {theirs} sur l’ordinateur qui a fait l’envoi.',
  'who.same': 'C’est la même personne',
  'who.other':
    'S’il s’agit de deux personnes, faites corriger le matricule sur cet ordinateur, puis choisissez-y « Tout renvoyer ».',
  close: 'Fermer',

  'reason.torn': 'Le fichier n’est pas complet. Il est peut-être encore en route.',
  'reason.damaged': 'Le fichier est abîmé. Faites tout renvoyer par cet ordinateur.',
  'reason.not-a-bundle': 'Le fichier n’est pas un envoi de Hold the Line.',
  'reason.newer-format': 'Une version plus récente de Hold the Line l’a écrit. Installez cette version ici.',
  'reason.too-large': 'Le fichier est plus grand que n’importe quel envoi.',
  'reason.other-organisation': 'Il a été fait pour une autre organisation.',
  'reason.altered': 'Il a été modifié après que l’ordinateur l’a écrit.',
  'reason.unknown-device': 'L’ordinateur n’est pas encore accepté.',
  'reason.revoked-device': 'L’ordinateur a été révoqué.',
  'reason.unusable-name':
    'Un nom, une équipe ou un site contient des signes invisibles ou n’est pas un nom. Ajoutez la personne à la main, avec le même matricule, puis regardez de nouveau.',
  'reason.number-clash': 'Un matricule appartient ici à quelqu’un qui porte un autre nom.',
  'reason.unknown-course': 'Il contient des essais d’un parcours que cet ordinateur ne connaît pas.',
  'reason.unknown-scenario':
    'Il contient des essais d’un scénario que votre organisation n’a jamais donné. Donnez à cet ordinateur un nouveau fichier d’installation.',
  'reason.wrong-signature': 'Un essai a été modifié en route ou sur cet ordinateur.',
  'reason.wrong-score': 'Les décisions d’un essai ne donnent pas le score qu’il annonce.',
  'reason.attempt-clash': 'Un essai est déjà là avec un autre contenu.',

  'refused.empty':
    'Le fichier est vide : il n’a pas été copié jusqu’au bout, ou il est encore en route. Copiez-le de nouveau.',
  'refused.damaged': 'Le fichier est abîmé ou n’a pas été copié jusqu’au bout. Copiez-le de nouveau.',
  'refused.not-an-enrolment':
    'Ce n’est pas un fichier d’installation de Hold the Line. Son nom devrait se terminer par .htlsetup.',
  'refused.newer-format':
    'Le fichier vient d’une version plus récente de Hold the Line. Installez d’abord cette version ici.',
  'refused.altered':
    'Le fichier a été modifié après que votre organisation l’a fait. Demandez-en un nouveau aux RH.',
  'refused.scenario-unusable':
    'Un scénario du fichier ne peut pas être joué ici. Installez d’abord la dernière version.',
  'refused.unusable-name':
    'Un nom du fichier contient des signes invisibles ou n’est pas un nom. Demandez aux RH de le corriger et d’enregistrer un nouveau fichier.',
  'refused.media-unusable':
    'Une image ou un son du fichier manque ou est abîmé. Demandez un nouveau fichier aux RH.',
  'refused.is-hr': 'C’est l’ordinateur des RH. Il donne le fichier aux autres.',
  'refused.other-organisation':
    'Cet ordinateur appartient à une autre organisation. Ses données restent avec elle.',
  'refused.older': 'Cet ordinateur a déjà un fichier d’installation plus récent.',

  'audit.check.waiting': 'Vérification du journal…',
  'audit.whole':
    'Le journal est intact : {n, plural, one {son unique entrée est} other {ses # entrées sont}} comme au moment de l’écriture. Signé le {at}.',
  'audit.save': 'Enregistrer le journal…',
  'audit.saved':
    '{file} a été enregistré, avec {n, plural, one {# entrée} other {# entrées}} et les signatures.',
  'audit.records': 'Vérifier tous les essais',
  'audit.records.waiting': 'Vérification de tous les essais…',
  'audit.records.done':
    '{altered, plural, =0 {{attempts, plural, one {Le seul essai est tel qu’il a été enregistré.} other {Les # essais sont tels qu’ils ont été enregistrés.}}} one {# essai a été modifié en dehors de Hold the Line. Il est signalé dans la liste des essais.} other {# essais ont été modifiés en dehors de Hold the Line. Ils sont signalés dans la liste des essais.}}',
  'audit.act': 'Quoi',
  'audit.act.all': 'Tout',
  'audit.person': 'Qui',
  'audit.person.hint': 'Nom ou matricule',
  'audit.from': 'Du',
  'audit.to': 'Au',
  'audit.when': 'Quand',
  'audit.number': 'N°',
  'audit.detail': 'Détails',
  'audit.program': 'Hold the Line',
  'audit.erased': 'Une personne effacée',
  'audit.named.certificate': 'Certificat {name}',
  'audit.named.device': 'Ordinateur « {name} »',
  'audit.unknown.person': 'Personne effacée ou inconnue',
  'audit.unknown.course': 'Parcours qui n’est plus ici',
  'audit.unknown.certificate': 'Certificat effacé ou inconnu',
  'audit.unknown.device': 'Ordinateur inconnu',
  'audit.none': 'Rien ne correspond.',
  'audit.older': 'Plus anciennes',
  'audit.newest': 'Revenir aux plus récentes',
  'audit.table': 'Journal d’audit',

  'fault.changed': 'L’entrée {seq} a été modifiée après son écriture.',
  'fault.broken': 'L’entrée {seq} ne suit pas la précédente, qui a été réécrite.',
  'fault.missing': 'L’entrée {seq} manque.',
  'fault.reordered': 'L’entrée {seq} n’est pas à sa place.',
  'fault.rewritten':
    'À partir de l’entrée {seq}, une entrée a été réécrite : une signature ultérieure ne correspond pas.',
  'fault.truncated': 'La fin du journal manque, à partir de l’entrée {seq}.',
  'fault.unsigned': 'Le journal n’a pas encore de signature.',
  'fault.head-altered': 'La signature de l’entrée {seq} a été modifiée.',
  'fault.other-key': 'La signature de l’entrée {seq} vient d’une clé qui n’est pas celle de cet ordinateur.',
  'fault.unreadable': 'L’entrée {seq} est illisible.',
  'fault.what':
    'Quelqu’un a modifié les données en dehors de Hold the Line. Gardez la dernière sauvegarde et prévenez la personne responsable des données.',

  'act.set-up': 'Installation',
  'act.person-added': 'Personne ajoutée',
  'act.sign-in': 'Connexion',
  'act.sign-out': 'Déconnexion',
  'act.credential-issued': 'Certificat délivré',
  'act.records-exported': 'Données exportées',
  'act.credential-revoked': 'Certificat révoqué',
  'act.credentials-exported': 'Certificats enregistrés dans un dossier',
  'act.revocations-exported': 'Liste des certificats révoqués enregistrée',
  'act.issuer-backed-up': 'Clé de l’émetteur sauvegardée',
  'act.issuer-profile-changed': 'Présentation de l’organisation sur les certificats modifiée',
  'act.issuer-restored': 'Clé de l’émetteur restaurée',
  'act.certificate-saved': 'Certificat enregistré',
  'act.records-restored': 'Données restaurées d’une sauvegarde',
  'act.database-set-aside': 'Données illisibles mises de côté',
  'act.settings-changed': 'Réglages modifiés',
  'act.person-erased': 'Personne effacée',
  'act.person-exported': 'Fichier d’une personne enregistré',
  'act.clock-odd': 'Horloge de cet ordinateur douteuse',
  'act.clock-confirmed': 'Horloge confirmée comme juste',
  'act.retention-applied': 'Anciennes données supprimées',
  'act.sealing-began': 'Début du scellement des données',
  'act.audit-exported': 'Journal d’audit enregistré',
  'act.enrolment-made': 'Fichier d’installation créé',
  'act.file-unrecorded':
    'Un fichier a peut-être été enregistré sans trace au journal : le programme s’est arrêté à cet instant',
  'act.enrolled': 'Ordinateur installé à partir d’un fichier',
  'act.device-accepted': 'Ordinateur accepté',
  'act.device-refused': 'Ordinateur non accepté',
  'act.device-revoked': 'Ordinateur révoqué',
  'act.bundle-imported': 'Envoi importé',
  'act.bundle-refused': 'Envoi non importé',
  'act.bundle-people-settled': 'Deux noms rapprochés',
  'act.record-store-connected': 'Entrepôt de traces connecté',
  'act.record-store-earlier': 'Anciennes données envoyées à l’entrepôt',
  'act.record-store-paused': 'Envoi à l’entrepôt suspendu ou repris',
  'act.record-store-disconnected': 'Entrepôt de traces déconnecté',
  'act.statement-dropped': 'Trace refusée abandonnée',
  'act.sign-in-refused': 'Connexion ou déverrouillage refusé',
  'act.locked': 'Écran verrouillé',
  'act.unlocked': 'Écran déverrouillé',
  'act.secret-set': 'Code ou phrase secrète choisis',
  'act.earlier-results-opened': 'A rouvert ses résultats d’avant une réinitialisation',
  'act.secret-reset': 'Code ou phrase secrète réinitialisés',
  'act.recovery-code-made': 'Code de secours créé',
  'act.recovered': 'Code de secours utilisé',
  'act.person-changed': 'Personne modifiée',
  'act.roster-imported': 'Fichier du personnel importé',
  'act.course-assigned': 'Parcours attribué',
  'act.course-withdrawn': 'Attribution retirée',
  'act.calendar-saved': 'Échéances enregistrées (agenda)',
  'act.assignment-rule-ended': 'Attribution aux nouveaux arrêtée',

  'start.file': 'Les RH vous ont donné un fichier d’installation pour cet ordinateur ?',
  'start.file.read':
    'De {organisation}, code {code}. Une fois votre propre accès créé, terminez dans les réglages, sous « Cet ordinateur et les autres ».',
}

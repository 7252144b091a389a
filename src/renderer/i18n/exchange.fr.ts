import type { exchangeEn } from './exchange.en'

export const exchangeFr: Record<keyof typeof exchangeEn, string> = {
  title: 'Cet ordinateur et les autres',
  'role.alone': 'Cet ordinateur garde ses propres données. Il n’en échange pas avec d’autres ordinateurs.',
  'role.hr': 'C’est l’ordinateur des RH. Il rassemble les données des autres ordinateurs.',
  'role.device':
    'Cet ordinateur appartient à {organisation}. Il envoie les essais terminés à l’ordinateur des RH.',

  'make.title': 'Installer d’autres ordinateurs',
  'make.text':
    'Enregistrez un fichier d’installation et apportez-le sur chaque ordinateur. Il contient le nom, les parcours et les réglages de votre organisation, mais aucun secret.',
  'make.first':
    'L’ordinateur sur lequel vous l’enregistrez devient celui des RH. Faites-le sur un seul ordinateur : celui des RH.',
  'make.people': 'Inclure la liste des personnes',
  'make.people.hint':
    'Chacun peut alors se connecter avec son matricule sur tous les ordinateurs. Le fichier contient des noms et des matricules : protégez-le comme cette liste.',
  'make.save': 'Enregistrer le fichier d’installation…',
  'make.saved':
    '{file} a été enregistré. Sur l’autre ordinateur, choisissez-le au premier démarrage ou ici, dans les réglages.',
  'make.code': 'Code de votre organisation',
  'make.code.hint':
    'Les autres ordinateurs affichent ce code à l’ouverture du fichier. Les deux doivent être identiques.',

  'take.title': 'Installer cet ordinateur à partir d’un fichier',
  'take.text': 'Les RH vous remettent ce fichier. Son nom se termine par .htlsetup.',
  'take.again': 'Utiliser un fichier d’installation plus récent',
  'take.choose': 'Choisir le fichier d’installation…',
  'take.read':
    'De {organisation} : {courses, plural, one {# parcours} other {# parcours}}{people, plural, =0 {} one {, # personne} other {, # personnes}}, créé le {date}.',
  'take.code': 'Comparez ce code avec celui que voient les RH : {code}',
  'take.name': 'Nom de cet ordinateur',
  'take.name.hint': 'Le nom d’usage, par exemple « Indore-3 » ou « 2e étage, fenêtre ».',
  'take.site': 'Site (facultatif)',
  'take.go': 'Installer cet ordinateur',
  'take.done': 'Cet ordinateur est installé. Choisissez maintenant son dossier d’envoi.',
  'name.missing': 'Saisissez un nom pour cet ordinateur.',

  'folder.title': 'Dossier des envois',
  'folder.device':
    'Les essais terminés sont envoyés par ce dossier, sous forme de fichiers chiffrés. Ce peut être un lecteur réseau, un dossier synchronisé ou une clé USB. Seul l’ordinateur des RH peut les lire.',
  'folder.hr': 'Les envois des autres ordinateurs arrivent dans ce dossier. Il est vérifié chaque minute.',
  'folder.none': 'Aucun dossier choisi pour l’instant.',
  'folder.choose': 'Choisir un dossier…',
  'folder.change': 'Choisir un autre dossier…',
  'folder.problem.missing':
    'Le dossier est introuvable. Le lecteur est-il connecté ? Rien n’est perdu : il est vérifié de nouveau chaque minute.',
  'folder.problem.denied':
    'Ce compte d’utilisateur n’a pas accès au dossier. Rien n’est perdu : il est vérifié de nouveau chaque minute.',
  'folder.problem.other':
    'Le dossier est inutilisable ({code}). Rien n’est perdu : il est vérifié de nouveau chaque minute.',
  'folder.full': 'Le dossier est plein. Rien n’est perdu : l’envoi est retenté chaque minute.',

  'last.never': 'Pas encore vérifié.',
  'last.at': 'Dernière vérification : {at}',
  'send.now': 'Envoyer maintenant',
  'look.now': 'Vérifier maintenant',
  'send.again': 'Tout renvoyer',
  'send.again.hint': 'En cas de perte d’une clé USB ou d’un dossier. Rien n’est importé deux fois.',
  'take.files': 'Importer des fichiers…',
  'take.files.done':
    '{imported, plural, =0 {Rien de nouveau à importer.} one {# envoi a été importé.} other {# envois ont été importés.}}{known, plural, =0 {} one { # avait déjà été importé.} other { # avaient déjà été importés.}}{notTaken, plural, =0 {} one { # a été rejeté ; voir le motif ci-dessous.} other { # ont été rejetés ; voir les motifs ci-dessous.}}',

  'own.title': 'Cet ordinateur',
  'own.name': 'Nom',
  'own.site': 'Site',
  'own.code': 'Code de cet ordinateur',
  'own.code.hint': 'Les RH comparent ce code avant d’accepter les premières données.',
  'own.waiting': 'En attente d’envoi',
  'own.waiting.n': '{n, plural, =0 {Rien} one {# essai terminé} other {# essais terminés}}',
  'own.latest': 'Dernier envoi',
  'own.latest.n': 'N° {number}, {at}',
  'own.latest.unwritten': 'N° {number}, pas encore écrit',

  'requests.title': 'Ordinateurs en attente d’approbation',
  'requests.text':
    'Comparez le code avec celui affiché sur cet ordinateur, dans ses réglages. Ne l’acceptez que s’ils sont identiques.',
  'requests.asked': 'demande du {at}',
  'requests.accept': 'Accepter',
  'requests.refuse': 'Refuser',

  'devices.title': 'Ordinateurs',
  'devices.none':
    'Aucun ordinateur accepté pour l’instant. Enregistrez un fichier d’installation et utilisez-le sur un autre ordinateur.',
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
    'Plus rien n’est importé de cet ordinateur, par exemple parce qu’il a été volé ou cédé. Ce qu’il a déjà envoyé est conservé.',
  cancel: 'Annuler',

  'problems.title': 'Envois rejetés',
  'problems.text': 'Rien de leur contenu n’a été importé. Vos données sont inchangées.',
  'problems.from': '{device}, envoi {number}',
  'problems.unnamed': 'Ordinateur inconnu : le fichier ne l’indique pas. Fichier : {file}',
  'problems.who': 'Qui est-ce ?',
  'who.title': 'Deux noms pour un matricule',
  'who.text': 'Le matricule {number} est celui de {ours} ici, mais de {theirs} sur l’ordinateur d’origine.',
  'who.same': 'C’est la même personne',
  'who.other':
    'S’il s’agit de deux personnes, faites corriger le matricule sur cet ordinateur, puis choisissez-y « Tout renvoyer ».',
  close: 'Fermer',

  'reason.torn': 'Le fichier est incomplet. La copie est peut-être encore en cours.',
  'reason.damaged': 'Le fichier est endommagé. Faites tout renvoyer par cet ordinateur.',
  'reason.not-a-bundle': 'Le fichier n’est pas un envoi de Hold the Line.',
  'reason.newer-format':
    'Il a été créé par une version plus récente de Hold the Line. Installez cette version ici.',
  'reason.too-large': 'Le fichier est trop gros pour être un envoi.',
  'reason.other-organisation': 'Il a été créé pour une autre organisation.',
  'reason.altered': 'Il a été modifié après sa création par cet ordinateur.',
  'reason.unknown-device': 'L’ordinateur n’est pas encore accepté.',
  'reason.revoked-device': 'L’ordinateur a été révoqué.',
  'reason.unusable-name':
    'Un nom, une équipe ou un site contient des caractères invisibles ou n’est pas un nom.',
  'reason.number-clash': 'L’un de ses matricules appartient ici à une personne d’un autre nom.',
  'reason.unknown-course': 'Il contient des essais d’un parcours que cet ordinateur ne connaît pas.',
  'reason.unknown-scenario':
    'Il contient des essais d’un scénario que votre organisation n’a jamais distribué. Donnez à cet ordinateur un nouveau fichier d’installation.',
  'reason.wrong-signature': 'Un essai a été modifié pendant le transfert ou sur cet ordinateur.',
  'reason.wrong-score': 'Le score d’un essai ne correspond pas à ses décisions.',
  'reason.attempt-clash': 'Un essai est déjà présent avec un autre contenu.',

  'next.unusable-name':
    'Ajoutez ici la personne à la main avec le même matricule, puis choisissez « Vérifier maintenant ».',
  'next.torn': 'Attendez la fin de la copie. Si ce message persiste, copiez de nouveau le fichier.',
  'next.damaged': 'Sur cet ordinateur, choisissez « Tout renvoyer ».',
  'next.not-a-bundle': 'Retirez le fichier du dossier.',
  'next.newer-format': 'Mettez Hold the Line à jour sur cet ordinateur.',
  'next.too-large': 'Retirez le fichier du dossier et cherchez qui l’y a placé.',
  'next.other-organisation': 'Retirez le fichier et vérifiez quel dossier utilise cet ordinateur.',
  'next.altered':
    'Vérifiez qui peut écrire dans le dossier, puis choisissez « Tout renvoyer » sur cet ordinateur.',
  'next.unknown-device': 'Acceptez l’ordinateur ci-dessus : ses envois seront alors importés.',
  'next.revoked-device': 'En cas d’erreur, acceptez de nouveau l’ordinateur sous Ordinateurs.',
  'next.number-clash': 'Indiquez si les deux noms désignent la même personne.',
  'next.unknown-course': 'Ajoutez le parcours sur cet ordinateur, puis redémarrez Hold the Line.',
  'next.unknown-scenario': 'Enregistrez un fichier d’installation et utilisez-le sur cet ordinateur.',
  'next.wrong-signature': 'Vérifiez cet ordinateur, puis choisissez-y « Tout renvoyer ».',
  'next.wrong-score':
    'Installez la même version de Hold the Line sur les deux ordinateurs, puis renvoyez tout.',
  'next.attempt-clash': 'Vérifiez si cet ordinateur a été copié ou restauré depuis une sauvegarde.',
  'refused.empty':
    'Le fichier est vide : il n’a pas été copié jusqu’au bout, ou il est encore en route. Copiez-le de nouveau.',
  'refused.damaged': 'Le fichier est endommagé ou incomplet. Copiez-le de nouveau.',
  'refused.not-an-enrolment':
    'Ce n’est pas un fichier d’installation de Hold the Line. Son nom devrait se terminer par .htlsetup.',
  'refused.newer-format':
    'Ce fichier a été créé par une version plus récente de Hold the Line. Installez d’abord cette version ici.',
  'refused.altered':
    'Le fichier a été modifié après sa création par votre organisation. Demandez-en un nouveau aux RH.',
  'refused.scenario-unusable':
    'Un scénario du fichier ne peut pas être joué ici. Installez d’abord la dernière version.',
  'refused.unusable-name':
    'Un nom du fichier contient des signes invisibles ou n’est pas un nom. Demandez aux RH de le corriger et d’enregistrer un nouveau fichier.',
  'refused.media-unusable':
    'Une image ou un son du fichier est manquant ou endommagé. Demandez un nouveau fichier aux RH.',
  'refused.is-hr': 'C’est l’ordinateur des RH. Il crée les fichiers d’installation des autres.',
  'refused.other-organisation':
    'Cet ordinateur appartient à une autre organisation, et ses données y restent.',
  'refused.older': 'Cet ordinateur utilise déjà un fichier d’installation plus récent.',

  'start.file': 'Les RH vous ont donné un fichier d’installation pour cet ordinateur ?',
  'start.file.read':
    'De {organisation}, code {code}. Créez d’abord votre accès, puis terminez dans les réglages, sous « Cet ordinateur et les autres ».',
}

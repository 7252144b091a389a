import type { certificatesEn } from './certificates.en'

export const certificatesFr = {
  'back-to-person': 'Retour à {name}',
  'back-to-records': 'Retour au suivi',
  'save-badge': 'Enregistrer le badge',
  'save-credential': 'Enregistrer l’attestation',
  'what-each-is':
    'Le PDF est destiné à la lecture ; l’attestation y est jointe. Le badge est une image qui contient l’attestation, pour une page de profil. L’attestation seule est destinée à d’autres logiciels. Chacun peut vérifier les trois, hors ligne.',
  'page.unsigned': 'Ce certificat est en cours de signature. Vous pourrez l’enregistrer dans un instant.',
  'page.revoked': 'Ce certificat a été révoqué le {date}. Il n’est plus valable.',
  'page.superseded': 'Ce certificat a été remplacé par un plus récent le {date}. Il n’est plus valable.',
  'page.expired': 'Ce certificat a expiré le {date}.',
  'page.expires-soon':
    'Ce certificat est valable jusqu’au {date}. Suivez de nouveau le parcours avant cette date pour le renouveler.',

  'list.label': 'Certificats',
  'list.empty': 'Pas encore de certificat. Ils sont délivrés quand quelqu’un réussit un parcours.',
  'list.pages': 'Pages',
  'list.range': '{from} à {to} sur {total}',
  'list.status': 'État',
  'status.all': 'Tous les certificats',
  'status.valid': 'Valable',
  'status.expires-soon': 'Expire bientôt',
  'status.expired': 'Expiré',
  'status.revoked': 'Révoqué',
  'status.superseded': 'Remplacé',
  'status.unsigned': 'En cours de signature',
  'col.name': 'Nom',
  'col.course': 'Parcours',
  'col.issued': 'Délivré le',
  'col.until': 'Valable jusqu’au',
  'col.status': 'État',
  'col.id': 'Certificat',
  'col.actions': 'Actions possibles',
  open: 'Ouvrir',
  'open-what': 'Ouvrir {id}, {name}',
  reissue: 'Délivrer à nouveau',
  'reissue-what': 'Délivrer à nouveau {id}, {name}',
  revoke: 'Révoquer',
  'revoke-what': 'Révoquer {id}, {name}',

  'issue.waiting':
    '{count, plural, one {# personne a réussi et n’a} other {# personnes ont réussi et n’ont}} pas encore de certificat.',
  'issue.go': 'Délivrer {count, plural, one {# certificat} other {# certificats}}',
  'held.title':
    '{count, plural, one {# certificat est} other {# certificats sont}} en attente : un texte ne peut pas y être imprimé. Rien n’est perdu.',
  'held.name': '{name} ({number}), {course} : impossible d’imprimer {characters} dans le nom.',
  'held.organisation': '{course} : impossible d’imprimer {characters} dans le nom de l’organisation.',
  'held.course': '{course} : impossible d’imprimer {characters} dans le titre du parcours.',
  'held.signatory': '{course} : impossible d’imprimer {characters} dans le nom ou la fonction du signataire.',
  'held.contact': '{course} : impossible d’imprimer {characters} dans le contact pour les questions.',
  'held.what-to-do.name':
    'Corrigez le nom sous Personnes, dans une écriture que la personne utilise. Le certificat est délivré dès l’enregistrement.',
  'held.what-to-do.other': 'Corrigez ce texte là où il a été saisi, puis délivrez les certificats ici.',
  'held.more': 'Et {count, plural, one {# autre} other {# autres}}.',
  device: 'Les certificats sont délivrés sur l’ordinateur des RH. Celui-ci lui envoie ses données.',
  'save-pdfs': 'Enregistrer les PDF dans un dossier',
  'export-revocations': 'Enregistrer la liste de révocation',
  'export-revocations.done':
    'Enregistré sous le nom {file} : {count, plural, =0 {aucun certificat révoqué} one {# certificat révoqué} other {# certificats révoqués}}.',
  'status-list.save': 'Enregistrer la liste publiée',
  'status-list.saved':
    'Enregistré sous le nom {file}. Publiez ce fichier à l’adresse {address}. Il sera désormais réécrit au même endroit à chaque révocation.',
  'status-list.written': 'La liste publiée a été réécrite : publiez-la.',
  'status-list.not-written':
    'La liste publiée n’a pas pu être réécrite à son dernier emplacement. Enregistrez-la de nouveau et publiez-la.',
  'status-list.none': 'La liste publiée n’est plus à jour : enregistrez-la et publiez-la.',
  'job.issue.running': 'Délivrance des certificats : {done} sur {total}',
  'job.save.running': 'Enregistrement des PDF : {done} sur {total}',
  'job.issue.done': '{count, plural, one {# certificat délivré} other {# certificats délivrés}}.',
  'job.save.done': '{count, plural, one {# PDF enregistré} other {# PDF enregistrés}} dans {folder}.',
  'job.issue.cancelled':
    'Arrêté. {count, plural, one {# certificat avait} other {# certificats avaient}} déjà été {count, plural, one {délivré} other {délivrés}}.',
  'job.save.cancelled':
    'Arrêté. {count, plural, one {# PDF se trouve} other {# PDF se trouvent}} dans {folder}.',
  'job.issue.failed':
    'Arrêté après {count, plural, one {# certificat} other {# certificats}} à cause d’un problème. Rien n’est perdu. Réessayez.',
  'job.save.failed':
    'Arrêté après {count, plural, one {# PDF} other {# PDF}} dans {folder}. Vérifiez l’espace disponible, puis réessayez.',
  'job.skipped':
    '{count, plural, one {# personne ignorée} other {# personnes ignorées}} : la réussite est trop ancienne pour un certificat encore valable.',
  cancel: 'Annuler',
  close: 'Fermer',

  'revoke.title': 'Révoquer ce certificat ?',
  'revoke.text':
    'Le certificat {id} de {name} ne sera plus valable : ici immédiatement, ailleurs dès la publication de la prochaine liste de révocation. Cette action est définitive.',
  'revoke.reason': 'Motif',
  'revoke.reason.hint': 'Conservé avec vos données et jamais communiqué.',
  'revoke.reason.missing': 'Indiquez un motif. Un auditeur pourrait en avoir besoin plus tard.',
  'revoke.go': 'Révoquer',
  'revoke.done': 'Le certificat {id} a été révoqué.',
  'reissue.title': 'Délivrer à nouveau ce certificat ?',
  'reissue.text':
    '{name} reçoit un nouveau certificat à son nom actuel, avec la même validité. L’ancien, {id}, ne sera plus valable.',
  'reissue.go': 'Délivrer à nouveau',
  'reissue.done': 'Le nouveau certificat est {id}.',

  'verify.open': 'Vérifier un certificat',
  'verify.title': 'Vérifier un certificat',
  'verify.drop': 'Déposez ici un PDF, un badge PNG ou un fichier d’attestation.',
  'verify.choose': 'Choisir un fichier',
  'verify.token': 'Ou collez le texte d’un code QR',
  'verify.go': 'Vérifier le texte',
  'verify.list': 'Choisir une liste de révocation…',
  'verify.list.hint':
    'Pour les certificats d’une autre installation : la liste que ses RH transmettent ou publient.',
  'verify.list.chosen': '{file} servira à vérifier les certificats de son émetteur.',
  'verify.list.none':
    'Ce n’est pas une liste de certificats révoqués, ou elle est incomplète ou a été modifiée.',
  'verify.text.revoked-by-list': 'Il est authentique, et la liste publiée indique qu’il a été révoqué.',
  'verify.text.valid-by-list':
    'L’installation des RH l’a signé, rien n’a été modifié, et il ne figure pas sur la liste de révocation du {date}.',
  'verify.result.valid': 'Valable',
  'verify.result.expired': 'Expiré',
  'verify.result.not-yet-valid': 'Pas encore valable',
  'verify.result.revoked': 'Révoqué',
  'verify.result.unknown-issuer': 'Émetteur inconnu',
  'verify.result.tampered': 'Falsifié',
  'verify.result.unreadable': 'Illisible',
  'verify.text.valid': 'Cette installation l’a signé, rien n’a été modifié, et il est en vigueur.',
  'verify.text.valid-of-hr':
    'L’installation des RH l’a signé, et rien n’a été modifié. Seule cette installation sait s’il a été révoqué depuis.',
  'verify.text.expired': 'Il est authentique, et sa validité a pris fin le {date}.',
  'verify.text.not-yet-valid':
    'Il est authentique, et sa validité commence le {date}. Vérifiez l’horloge de cet ordinateur.',
  'verify.text.revoked': 'Il est authentique, et il a été révoqué le {date}.',
  'verify.text.superseded': 'Il est authentique, et un certificat plus récent l’a remplacé le {date}.',
  'verify.text.unknown-issuer':
    'Sa signature est valable, mais elle vient d’une autre installation. Avant de vous y fier, comparez l’émetteur ci-dessous avec celui que publie cette organisation.',
  'verify.reason.not-json': 'C’était un certificat, et son texte a été modifié au point d’être illisible.',
  'verify.reason.repeated-member':
    'Il contient deux fois la même information : deux programmes pourraient en lire deux versions différentes.',
  'verify.reason.other-form': 'Quelque chose a été ajouté, retiré ou déplacé.',
  'verify.reason.not-signed': 'La signature a été retirée.',
  'verify.reason.signature': 'La signature ne correspond pas au contenu.',
  'verify.reason.token-differs':
    'Le texte du code QR et l’attestation jointe au fichier disent des choses différentes.',
  'verify.reason.token-missing': 'Le texte du code QR a été retiré du fichier.',
  'verify.reason.several': 'Il contient plus d’une attestation.',
  'verify.reason.checksum': 'L’image a été modifiée après l’ajout de l’attestation.',
  'verify.reason.too-large': 'Il est bien plus gros qu’un certificat. Il n’a pas été ouvert.',
  'verify.reason.unpacks-to-too-much':
    'Une fois décompressé, il serait bien plus gros qu’un certificat. L’ouverture a été arrêtée.',
  'verify.reason.damaged':
    'Il est endommagé ou a été tronqué en chemin : impossible de le lire jusqu’au bout. Cela ne veut pas dire que quelqu’un l’a modifié. Demandez à nouveau le fichier, ou scannez à nouveau le code QR.',
  'verify.reason.no-credential':
    'Il ne contient pas d’attestation. Un certificat imprimé ou photographié la perd : vérifiez plutôt son code QR.',
  'verify.reason.not-a-certificate': 'Ce n’est pas un certificat de Hold the Line.',
  'verify.reason.locked':
    'Ce PDF est protégé contre l’ouverture ou la modification : ses pièces jointes sont illisibles. Demandez le fichier d’origine, retirez la protection avec le logiciel qui l’a posée, ou vérifiez son code QR.',
  'verify.reason.archive':
    'C’est une archive, par exemple un fichier ZIP. Décompressez-la et choisissez le fichier qu’elle contient.',
  'verify.result.not-ours': 'Pas un des nôtres',
  'verify.note.token-alone':
    'Il ne reste dans ce PDF que le texte du code QR. L’attestation s’est perdue en route, par exemple lorsque le PDF a été imprimé vers un autre PDF. Tout ce que dit le code QR est affiché ici.',
  'verify.note.credential-alone':
    'Le texte du code QR s’est perdu en route. L’attestation contient les mêmes informations.',
  'verify.note.within-another':
    'Trouvé à l’intérieur d’autre chose, comme une présentation ou un e-mail. L’auteur de cet ensemble n’a pas été vérifié.',
  'verify.note.beside-others':
    'Le fichier contient aussi des éléments qui ne sont pas des certificats de Hold the Line. Ils n’ont pas été vérifiés.',
  'verify.several':
    '{count, plural, one {Le fichier contient # certificat} other {Le fichier contient # certificats}}',
  'verify.told': 'Ce qui a été signé',
  'verify.name': 'Nom',
  'verify.course': 'Parcours',
  'verify.organisation': 'Organisation',
  'verify.result': 'Résultat',
  'verify.result.text':
    '{score} sur 100 ; {hits} attaques arrêtées sur {attacks}, {served} clients servis sur {legitimate}',
  'verify.dates': 'Validité',
  'verify.dates.text': 'du {from} au {until}',
  'verify.issuer': 'Émetteur',
  'verify.printed':
    'Le texte imprimé n’est pas signé. Comparez la page avec les informations affichées ici : ce sont elles qui font foi.',

  'issuer.title': 'Émetteur des certificats',
  'issuer.text':
    'Cette installation signe ses certificats avec sa propre clé. Chacun peut les vérifier à l’aide du nom d’émetteur ci-dessous. Publiez-le à un endroit accessible, par exemple sur votre site.',
  'issuer.did': 'Émetteur',
  'issuer.copy': 'Copier',
  'issuer.copied': 'Copié.',
  'issuer.not-in-keychain':
    'Cet ordinateur n’a pas de trousseau : la clé est enregistrée à côté des données, lisible par ce compte d’utilisateur.',
  'issuer.profile.title': 'Sur vos certificats',
  'issuer.profile.text':
    'Ces informations figureront à côté du nom de l’organisation sur les certificats délivrés à partir de maintenant. Les précédents ne changent pas.',
  'issuer.profile.web': 'Site web',
  'issuer.profile.web.hint':
    'Par exemple : https://www.example.com. Les portefeuilles et les plateformes de badges l’affichent.',
  'issuer.profile.web.wrong': 'Saisissez une adresse comme https://www.example.com.',
  'issuer.profile.contact': 'À qui s’adresser au sujet d’un certificat',
  'issuer.profile.contact.hint':
    'Une adresse e-mail, un numéro de téléphone ou une page web. Cette mention est imprimée sur chaque certificat, pour qui veut savoir s’il a été révoqué. À défaut, c’est votre site web, ou sinon le seul nom de votre organisation.',
  'issuer.profile.status': 'Adresse où la liste des certificats révoqués est publiée',
  'issuer.profile.status.hint':
    'Seulement si vous publiez la liste que ce programme enregistre. D’autres logiciels peuvent alors voir d’eux-mêmes si un certificat a été révoqué. Choisissez une adresse qui ne changera pas : elle figure dans chaque certificat.',
  'issuer.profile.status.wrong':
    'Saisissez l’adresse complète du fichier, comme https://www.example.com/revoked.json.',
  'issuer.profile.signatory': 'Signataire sur papier',
  'issuer.profile.signatory.hint':
    'Un nom, par exemple celui de la personne qui dirige la formation. Laissez vide s’il n’y en a pas.',
  'issuer.profile.signatory-title': 'Sa fonction',
  'issuer.profile.signatory-title.needs-name': 'Saisissez aussi le nom, ou laissez les deux champs vides.',
  'issuer.profile.save': 'Enregistrer',
  'issuer.profile.saved': 'Enregistré. Les certificats délivrés à partir de maintenant en tiennent compte.',
  'issuer.logo': 'Logo',
  'issuer.logo.hint':
    'Une image PNG ou JPEG de 1 Mo au plus. Elle figure sur le certificat et, en petit, dans l’attestation.',
  'issuer.logo.none': 'Aucun logo',
  'issuer.logo.alt': 'Logo de l’organisation',
  'issuer.logo.choose': 'Choisir une image',
  'issuer.logo.other': 'Choisir une autre image',
  'issuer.logo.remove': 'Retirer le logo',
  'issuer.backup.title': 'Sauvegarder la clé',
  'issuer.backup.text':
    'Si cet ordinateur tombe en panne, la clé est perdue avec lui et les nouveaux certificats proviendraient d’un autre émetteur. Conservez une sauvegarde et sa phrase secrète à deux endroits distincts, par exemple une clé USB dans un coffre et un gestionnaire de mots de passe. Toute personne qui a les deux peut signer des certificats en votre nom.',
  'issuer.passphrase': 'Phrase secrète',
  'issuer.passphrase.hint': 'Au moins 12 caractères. Plusieurs mots se retiennent mieux que des symboles.',
  'issuer.passphrase.short': 'Utilisez au moins 12 caractères.',
  'issuer.passphrase.again': 'Confirmez la phrase secrète',
  'issuer.passphrase.differs': 'Les deux phrases secrètes ne correspondent pas.',
  'issuer.backup.go': 'Enregistrer la sauvegarde',
  'issuer.backup.done': 'Enregistré sous le nom {file}. Conservez la phrase secrète ailleurs.',
  'issuer.restore.title': 'Restaurer la clé',
  'issuer.restore.text':
    'Désormais, cette installation signe avec la clé de la sauvegarde. La clé actuelle est conservée dans un fichier, et les certificats qu’elle a signés restent valables ici.',
  'issuer.restore.go': 'Choisir la sauvegarde et restaurer',
  'issuer.restore.done': 'La clé a été restaurée. L’émetteur ci-dessus est désormais utilisé.',
  'issuer.restore.same': 'Cette clé est déjà utilisée. Rien n’a été modifié.',
} as const satisfies Record<keyof typeof certificatesEn, string>

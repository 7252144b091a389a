import type { en } from './en'
import { screensFr } from './screens.fr'

export const fr: Readonly<Record<keyof typeof en, string>> = {
  ...screensFr,

  'app.name': 'Hold the Line',
  'app.starting': 'Démarrage…',
  'app.loading': 'Un instant…',
  'app.main': 'Contenu principal',
  'app.broken.title': 'Cette page a cessé de fonctionner',
  'app.broken.text':
    'L’erreur vient de nous, pas de vous. Toutes vos décisions sont enregistrées. Revenez en arrière pour recharger la page.',
  'app.broken.back': 'Retour à Apprendre',
  'app.broken.details': 'À transmettre à la personne qui s’occupe de cet ordinateur :',
  'app.no-answer.title': 'Pas encore prêt',
  'app.notices': 'Avis',
  'app.no-answer': 'Hold the Line ne parvient pas à ouvrir ses données. Fermez l’application et rouvrez-la.',
  'app.retry': 'Réessayer',
  'app.dismiss': 'J’ai compris',
  'app.cancel': 'Annuler',
  'app.close': 'Fermer',

  'nav.learn': 'Apprendre',
  'nav.records': 'Suivi',
  'nav.people': 'Personnes',
  'nav.settings': 'Réglages',
  'nav.sign-out': 'Se déconnecter',
  'nav.lock': 'Verrouiller',

  'language.label': 'Langue',
  'language.en': 'English',
  'language.fr': 'Français',

  'error.bad-request': 'Certaines de ces informations ne sont pas utilisables. Vérifiez-les et réessayez.',
  'error.not-allowed':
    'Votre rôle ne permet pas cette action. Adressez-vous à la personne responsable de la formation.',
  'error.not-signed-in': 'Votre session est fermée. Connectez-vous pour continuer.',
  'error.locked': 'L’écran est verrouillé. Déverrouillez-le pour continuer.',
  'error.must-change': 'Choisissez d’abord votre propre code PIN ou phrase secrète.',
  'error.wrong-secret':
    'Le code PIN, la phrase secrète ou le code de secours est incorrect. Vérifiez et réessayez.',
  'error.too-many-tries': 'Trop de tentatives incorrectes. Patientez un instant, puis réessayez.',
  'error.weak-secret':
    'Ce code PIN ou cette phrase secrète se devine trop facilement. Choisissez-en un autre.',
  'error.other-administrator':
    'Il y a un autre administrateur. Demandez-lui de réinitialiser votre phrase secrète.',
  'error.last-administrator':
    'Il doit toujours y avoir un administrateur. Donnez d’abord ce rôle à une autre personne.',
  'error.manager-unknown': 'Personne n’a le matricule saisi pour le responsable.',
  'error.manager-cycle':
    'Cette personne serait alors au-dessus de son propre responsable. Choisissez un autre responsable.',
  'error.unusable-name':
    'Un nom contient des signes invisibles ou des lettres perdues, ou n’a aucune lettre. Corrigez les noms, équipes et sites sous Personnes, puis réessayez.',
  'error.stale':
    'Quelque chose a changé depuis cet affichage : rien n’a été fait. Regardez de nouveau avant de continuer.',
  'error.roster-unreadable': 'Le fichier ne s’ouvre pas, ou dépasse 64 Mo ou 500 000 lignes.',
  'error.roster-workbook':
    'C’est un classeur Excel ou d’un autre tableur, quel que soit son nom. Ouvrez-le dans le tableur, enregistrez-le en CSV UTF-8 et choisissez ce fichier.',
  'error.roster-not-text':
    'Ce n’est pas un tableau en texte. Enregistrez la liste en CSV UTF-8 dans votre tableur et choisissez ce fichier.',
  'error.roster-empty':
    'Le fichier ne contient personne : une ligne porte les titres, chaque ligne en dessous est une personne.',
  'error.roster-faults': 'Certaines lignes sont à corriger. Rien n’a été importé.',
  'error.not-found': 'Cet élément n’existe plus. Revenez en arrière et choisissez de nouveau.',
  'error.already-exists': 'Cet élément existe déjà.',
  'error.scenario-changed': 'Ce scénario a été modifié après que vous l’avez commencé.',
  'error.scenario-invalid':
    'Ce scénario contient une erreur et ne peut pas être joué. Prévenez la personne responsable de la formation.',
  'error.media-unusable':
    'Les images et les sons des scénarios ne peuvent pas être ajoutés au fichier : l’un d’eux a été modifié ou supprimé depuis le démarrage, deux noms ne diffèrent que par les majuscules, ou le total dépasse 40 Mo. Corrigez cela, puis redémarrez le programme.',
  'error.looked-enough': 'Vous avez assez consulté le poste ici. Choisissez comment continuer.',
  'error.not-offered':
    'Ce contenu ne vous est pas ouvert pour le moment. Revenez à Apprendre pour voir ce qui l’est.',
  'error.attempt-ended': 'Cet essai est déjà terminé. Son résultat se trouve sous Apprendre.',
  'error.log-out-of-step':
    'Votre dernière décision n’a pas été enregistrée. Revenez à Apprendre et reprenez à l’étape précédente.',
  'error.unprintable':
    'Le nom contient des caractères qui ne peuvent pas être imprimés sur un certificat. Corrigez-le sous Personnes, puis délivrez le certificat.',
  'error.being-signed': 'Ce certificat est en cours de signature. Réessayez dans un instant.',
  'error.wrong-passphrase': 'La phrase secrète est incorrecte, ou le fichier a été modifié.',
  'error.picture-type': 'Ce n’est pas une image PNG ou JPEG. Choisissez un autre fichier.',
  'error.picture-large': 'Cette image est trop grande. Un logo fait au plus 1 Mo et 4 000 pixels de côté.',
  'error.picture-damaged': 'Cette image est endommagée. Choisissez un autre fichier.',
  'error.file-unreadable':
    'Impossible d’ouvrir ce fichier : un autre programme l’utilise peut-être, ou vous n’avez pas le droit de le lire. Copiez-le dans un de vos dossiers, puis choisissez la copie.',
  'error.write-failed':
    'Le fichier n’a pas pu être enregistré. Choisissez un autre dossier, ou vérifiez l’espace disponible.',
  'error.disk-full':
    'Il n’y a plus de place sur ce disque. Rien n’a été enregistré ni modifié. Libérez de la place, ou choisissez un autre disque, et réessayez.',
  'error.not-writable':
    'Impossible d’écrire le fichier à cet endroit : le dossier vous est fermé, ou un autre programme a ouvert le fichier. Fermez-le, ou choisissez un autre dossier.',
  'error.too-many-rows':
    'Il y a plus d’enregistrements qu’un fichier de ce type ne peut en contenir. Choisissez le CSV, ou restreignez le filtre, par exemple à une équipe.',
  'error.export-running': 'Un autre export est en cours. Attendez qu’il soit terminé, ou annulez-le.',
  'error.hidden-by-privacy':
    'Cela révélerait des résultats individuels, que votre organisation a choisi de ne pas voir. Retirez le score, la compétence et « pas réussi ».',
  'error.results-closed':
    'Des résultats enregistrés alors que les RH ne devaient pas les voir sont encore là, et le restent hors de vue. Les RH pourront revoir des résultats une fois ceux-ci supprimés, par la durée de conservation ou par l’effacement des personnes.',
  'error.earlier-closed':
    'Cela date d’avant le remplacement de votre code et reste fermé. Dans Apprendre, vous pouvez l’ouvrir avec le code que vous aviez avant.',
  'error.administrator-resets':
    'Tant que les résultats sont cachés aux RH, seul l’administrateur donne un nouveau code.',
  'error.pin-needed':
    'Tant que les résultats sont cachés aux RH, chaque personne en formation a besoin d’un code : sans lui, n’importe qui se connecterait à la place d’une autre.',
  'error.cancelled': 'Rien n’a été enregistré.',
  'error.records-busy':
    'Un autre programme utilise les données. Rien n’est perdu ; réessayez dans un instant.',
  'error.backup-unreadable':
    'Cette sauvegarde est illisible : elle est endommagée, ou sa clé ne l’accompagne pas. Rien n’a été modifié. Essayez-en une plus ancienne, ou choisissez le dossier qui contient aussi son dossier .keys.',
  'error.backup-locked':
    'La clé de cette sauvegarde ne peut pas être déverrouillée ici : elle appartient à un autre compte ou à un autre ordinateur. Rien n’a été modifié.',
  'error.backup-newer':
    'Cette sauvegarde a été faite par une version plus récente de Hold the Line. Installez-la d’abord. Rien n’a été modifié.',
  'error.internal':
    'Un problème est survenu de notre côté. Rien de ce que vous avez fait n’est perdu. Réessayez.',

  'state.database-set-aside':
    'Le fichier des données n’a pas pu être ouvert. Il a été conservé sous le nom {detail} et un nouveau a été créé. Prévenez la personne qui s’occupe de cet ordinateur avant toute suppression.',
  'state.records-restored':
    'Les données ont été restaurées de la sauvegarde du {detail}. Ce qui a été enregistré depuis manque : faites renvoyer leurs tentatives aux autres ordinateurs et vérifiez les personnes, les réglages et les certificats des jours suivants.',
  'start.restore': 'Restaurer les données d’une sauvegarde',
  'state.clock-ahead':
    'L’horloge de cet ordinateur indique le {shown}, alors que le programme a servi pour la dernière fois le {believed}. Tant que rien n’est choisi, aucune donnée ancienne n’est supprimée. Si l’horloge est fausse, réglez-la dans le système : ce message disparaîtra.',
  'state.clock-behind':
    'L’horloge de cet ordinateur indique le {shown}, alors qu’elle a déjà indiqué le {believed}. Tant que ce point n’est pas réglé, aucune donnée ancienne n’est supprimée. Si c’est maintenant qu’elle est fausse, réglez-la dans le système : ce message disparaîtra.',
  'clock.was-unused': 'L’ordinateur n’a pas servi ; l’horloge est juste',
  'clock.was-behind': 'L’horloge était fausse ; elle est juste à présent',
  'clock.was-ahead': 'L’horloge avançait ; elle est juste à présent',
  'state.key-not-in-keychain':
    'Cet ordinateur n’offre pas d’emplacement sûr pour la clé des données : elle est enregistrée dans un fichier à côté d’elles. Toute personne qui copie les deux peut lire les données.',
  'state.scenario-refused':
    'Le scénario {detail} contient une erreur et a été ignoré. Les autres peuvent être joués.',
  'state.course-refused':
    'Le parcours {detail} contient une erreur et a été ignoré. Les autres peuvent être suivis.',
}

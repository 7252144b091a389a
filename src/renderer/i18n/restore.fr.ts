import type { restoreEn } from './restore.en'

export const restoreFr: Readonly<Record<keyof typeof restoreEn, string>> = {
  title: 'Restaurer une sauvegarde',
  'missing.title': 'Les données ont disparu',
  'missing.text':
    'Cet ordinateur a déjà contenu des données de Hold the Line, mais leur fichier, records.db, n’est plus là. Rien n’a été modifié.',
  'empty.title': 'Les données sont vides',
  'empty.text':
    'Cet ordinateur a déjà contenu des données de Hold the Line, mais leur fichier, records.db, ne contient plus rien. Rien n’a été modifié.',
  'damaged.title': 'Les données sont illisibles',
  'damaged.text':
    'Le fichier records.db est endommagé, ou la clé qui l’accompagne n’est pas la sienne. Rien n’a été modifié.',
  'key-missing.title': 'La clé des données a disparu',
  'key-missing.text':
    'Les données sont là, mais pas records.key, le fichier qui les ouvre. Si quelqu’un l’a déplacé, remettez-le en place et appuyez sur « Vérifier de nouveau ». Une sauvegarde peut en contenir une copie.',
  'key-unreadable.title': 'La clé des données ne peut pas être déverrouillée',
  'key-unreadable.text':
    'Les données appartiennent à un autre compte ou à un autre ordinateur, ou le trousseau du système a été réinitialisé. Ouvrez la session de la personne qui a installé Hold the Line, ou déverrouillez le trousseau, puis appuyez sur « Vérifier de nouveau ».',
  'newer.title': 'Ces données demandent une version plus récente',
  'newer.text':
    'Elles ont été écrites par une version plus récente de Hold the Line. Installez-la ; rien n’a été modifié. Vous pouvez restaurer une sauvegarde plus ancienne, mais la suite manquerait.',
  'busy.title': 'Un autre programme utilise les données',
  'busy.text':
    'Un logiciel de sauvegarde, un antivirus ou un second Hold the Line les a verrouillées. Rien n’est perdu. Cette fenêtre continuera d’elle-même dès qu’elles seront libres.',
  'unreadable.title': 'Les données ne peuvent pas être ouvertes pour l’instant',
  'unreadable.text':
    'Le système empêche le programme de les lire ou de les écrire : disque plein, lecteur absent ou droits du dossier modifiés. Rien n’est perdu. Le programme réessaie et continuera de lui-même.',
  detail: 'Pour la personne qui vous aide : {detail}',
  waiting: 'Nouvel essai…',
  'look-again': 'Vérifier de nouveau',
  anew: 'Commencer sans les anciennes données…',
  'anew.title': 'Commencer sans les anciennes données ?',
  'anew.text':
    'Vous commencez avec une installation vide. Ce qui n’est pas utilisable reste dans le même dossier sous un autre nom, et les sauvegardes sont conservées. Les personnes, les tentatives et les certificats n’y seront pas.',
  'anew.go': 'Commencer sans elles',
  'list.title': 'Sauvegardes de cet ordinateur',
  'list.folder': 'Dans le dossier « {folder} »',
  'list.none': 'Il n’y a aucune sauvegarde ici.',
  'list.label': 'Sauvegarde à restaurer',
  'backup.daily': '{day}, sauvegarde quotidienne',
  'backup.before-update': '{day}, avant une mise à jour',
  'backup.copy': '{day}, fichier {file}',
  newest: 'la plus récente',
  'choose-folder': 'Chercher dans un autre dossier…',
  'own-folder': 'Revenir aux sauvegardes de cet ordinateur',
  go: 'Restaurer cette sauvegarde…',
  going: 'Restauration…',
  'ask.title': 'Restaurer la sauvegarde du {day} ?',
  'ask.text':
    'Tout redeviendra comme au moment de cette sauvegarde. Les données actuelles restent dans le même dossier sous un autre nom. Tout le monde est déconnecté.',
  'ask.missing':
    'Ce qui a été enregistré depuis manquera : tentatives, certificats, personnes et réglages. Les tentatives envoyées par d’autres ordinateurs reviendront quand ceux-ci les enverront de nouveau.',
  'ask.go': 'Restaurer',
  keep: 'Annuler',
  back: 'Retour',
  'page.text':
    'Une sauvegarde est faite chaque jour, et une avant chaque mise à jour. Les sept dernières sont conservées à côté des données, chacune avec les clés qui l’ouvrent.',
  'needs.title': 'Ce qu’il faut à une sauvegarde',
  'needs.keys':
    'Copiez le dossier « backups » entier, pas un seul fichier : les dossiers voisins des fichiers contiennent les clés. Elles ne s’ouvrent que dans le compte de cet ordinateur qui les a créées, sauf si le système n’a pas de trousseau.',
  'needs.windows':
    'Sous Windows, les clés dépendent aussi d’un fichier du programme nommé « Local State » ; une copie accompagne chaque sauvegarde. Le guide des RH explique comment le remettre en place.',
}

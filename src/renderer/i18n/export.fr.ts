import type { exportEn } from './export.en'

export const exportFr: Readonly<Record<keyof typeof exportEn, string>> = {
  open: 'Exporter…',
  title: 'Exporter les données',
  subject: 'Quoi',
  'subject.completion': 'Avancement',
  'subject.completion.hint':
    'Une ligne par personne et par parcours : où elle en est, ce qui est attendu, le certificat.',
  'subject.attempts': 'Essais',
  'subject.attempts.hint': 'Une ligne chaque fois que quelqu’un a joué un scénario.',
  format: 'Sous forme de',
  'format.xlsx': 'Fichier Excel',
  'format.xlsx.hint': 'Pour lire, trier et filtrer. Jusqu’à 1 048 575 lignes.',
  'format.csv': 'Fichier CSV',
  'format.csv.hint': 'Pour les systèmes RH. Sans limite de lignes.',
  'format.jsonl': 'JSON Lines',
  'format.jsonl.hint': 'Pour les programmes : un enregistrement par ligne.',
  'format.xapi': 'Traces xAPI',
  'format.xapi.hint': 'Pour un entrepôt de traces d’apprentissage : une trace par ligne.',
  'format.pdf': 'Rapport à imprimer',
  'format.pdf.hint': 'Chiffres et liste par personne, en PDF. Jusqu’à 5 000 lignes.',
  paper: 'Papier',
  filter: 'Quels enregistrements',
  'filter.hint': 'Selon le filtre de la page Suivi. Fermez cette fenêtre pour le modifier.',
  private:
    'Votre organisation ne regarde pas les résultats de chaque personne. Le fichier dit qui a terminé quoi et quels jours chacun s’est formé, sans résultats.',
  go: 'Choisir où enregistrer…',
  cancel: 'Annuler',
  stop: 'Arrêter l’export',
  stopping: 'Arrêt en cours…',
  close: 'Fermer',
  starting: 'Préparation…',
  progress: '{done, number} sur {total, number} parcourus',
  'progress.label': 'Progression de l’export',
  done: '{rows, plural, =0 {« {file} » est enregistré. Rien ne correspondait : il est vide.} one {« {file} » est enregistré, avec # ligne.} other {« {file} » est enregistré, avec # lignes.}}',
  altered:
    '{n, plural, one {# enregistrement a été modifié en dehors de Hold the Line.} other {# enregistrements ont été modifiés en dehors de Hold the Line.}} Dans le fichier, la colonne « integrity » indique « altered » à côté. Prévenez la personne qui s’occupe de cet ordinateur.',
  unsealed:
    '{n, plural, one {# enregistrement est antérieur aux sceaux qui révèlent une modification.} other {# enregistrements sont antérieurs aux sceaux qui révèlent une modification.}}',
  stopped: 'L’export a été arrêté. Rien n’a été enregistré.',
}

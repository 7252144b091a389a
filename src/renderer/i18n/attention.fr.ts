import type { attentionEn } from './attention.en'

export const attentionFr: Readonly<Record<keyof typeof attentionEn, string>> = {
  intro:
    'Qui a besoin d’aide d’ici au {day} : échéance dépassée, échéance dans la semaine, tour non réussi, certificat qui prend fin.',
  'intro.no-results':
    'Qui a besoin d’aide d’ici au {day} : échéance dépassée, échéance dans la semaine, certificat qui prend fin.',
  none: 'Personne n’a besoin d’aide cette semaine.',
  'none.text': 'Aucun retard, aucune échéance dans la semaine, et aucun certificat ne prend fin.',
  'team.none': 'Sans équipe',
  'col.team': 'Équipe',
  'col.people': 'Personnes',
  'col.late': 'En retard',
  'col.failed': 'Non réussi',
  'col.due': 'Échéance cette semaine',
  'col.expired': 'Certificat échu',
  'col.expires': 'Certificat bientôt échu',
  'team.show': 'Afficher qui a besoin d’aide : {team}',
  'team.title': '{team} : qui a besoin d’aide',
  'col.name': 'Nom',
  'col.number': 'Matricule',
  'col.course': 'Parcours',
  'col.why': 'Motif',
  'why.late': 'En retard depuis le {day}',
  'why.failed': 'Non réussi ; un nouveau tour est ouvert',
  'why.due': 'Échéance le {day}',
  'why.expired': 'Certificat échu le {day}',
  'why.expires': 'Certificat valable jusqu’au {day}',
  back: 'Toutes les équipes',
  more: 'Seules les {n, number} premières lignes sont affichées. Filtrez par parcours ou par site pour voir les autres.',
  calendar: 'Enregistrer les échéances (agenda)…',
  'calendar.saved':
    'Enregistré sous {file} : {dates, plural, one {une échéance} other {# échéances}}. Ouvrez ce fichier dans Outlook, Google Agenda ou tout autre agenda.',
  'calendar.none': 'Il n’y a pas d’échéance à enregistrer ici.',
  'calendar.due': 'Échéance : {course}',
  'calendar.who': 'Reste à terminer ({n}) : {names}',
  'calendar.more': 'et {n} de plus',
  remind: 'Rédiger un rappel…',
  'reminder.title': 'Rappel : {team}',
  'reminder.text':
    'Un texte à envoyer avec votre messagerie habituelle. Il ne nomme personne et ne dit rien des résultats : il peut donc être adressé à toute l’équipe.',
  'reminder.language': 'Langue',
  'reminder.to': 'Adresses e-mail',
  'reminder.to.hint':
    'Placez-les en copie cachée (Cci) : personne ne verra qui d’autre a reçu le rappel. {missing, plural, =0 {} one {Une personne n’a pas d’adresse dans Hold the Line.} other {# personnes n’ont pas d’adresse dans Hold the Line.}}',
  'reminder.to.none':
    'Personne ici n’a d’adresse e-mail dans Hold the Line. Ajoutez les adresses sous Personnes ou avec la liste importée pour les copier ici.',
  'reminder.subject': 'Objet',
  'reminder.body': 'Texte',
  'reminder.copy': 'Copier le texte',
  'reminder.copy-addresses': 'Copier les adresses',
  'reminder.copied': 'Copié.',
  'mail.subject': '{courses, plural, one {Un parcours vous attend} other {Des parcours vous attendent}}',
  'mail.hello': 'Bonjour,',
  'mail.line': '{course} : à terminer pour le {day}.',
  'mail.line.late':
    '{course} : l’échéance est passée. Si vous ne l’avez pas encore terminé, merci de le faire dès que possible.',
  'mail.line.again': '{course} : si votre dernier tour n’a pas été réussi, un nouveau vous est ouvert.',
  'mail.line.certificate':
    '{course} : un certificat vaut six mois au plus. Si le vôtre a pris fin ou prend bientôt fin, un nouveau tour le renouvelle.',
  'mail.how':
    'Ouvrez Hold the Line sur n’importe quel poste du plateau, identifiez-vous avec votre matricule et choisissez Commencer. Vous pouvez vous arrêter à tout moment et reprendre où vous en étiez.',
  'mail.help':
    'Si vous n’avez pas de temps prévu pour cela, ou si quelque chose ne fonctionne pas, dites-le-moi : je vous aiderai.',
  'mail.thanks': 'Merci',
}

import type { InterfaceLocale } from '../../bridge/locales'

interface SaveWords {
  readonly title: string
  /** Kind of file, as the list of kinds in the dialog shows it. */
  readonly kind: string
  /**
   * The name that is proposed, without its ending.
   * @param mark what tells this file from others of its kind: a day, or the number of a certificate
   */
  readonly name: (mark: string) => string
}

interface OpenWords {
  readonly title: string
  readonly kind: string
}

/** A file that somebody saves. */
export type SaveDialog =
  | 'auditLog'
  | 'certificate'
  | 'badge'
  | 'credential'
  | 'revocations'
  | 'statusList'
  | 'issuerKey'
  | 'personFile'
  | 'refusedStatements'
  | 'rosterFaults'
  | 'setUpFile'
  | 'records'
  | 'completion'
  | 'statements'
  | 'dueDates'
/** A file that somebody chooses. */
export type OpenDialog =
  'certificateToVerify' | 'revocations' | 'logo' | 'issuerKey' | 'roster' | 'setUpFile' | 'bundles'
/** A folder that somebody chooses. */
export type FolderDialog = 'certificates' | 'exchange' | 'backups'

export interface DialogWords {
  readonly save: Readonly<Record<SaveDialog, SaveWords>>
  readonly open: Readonly<Record<OpenDialog, OpenWords>>
  readonly folder: Readonly<Record<FolderDialog, string>>
  /** What the buttons of the dialogs say. */
  readonly buttons: { readonly save: string; readonly open: string; readonly folder: string }
  readonly allFiles: string
}

const en: DialogWords = {
  save: {
    auditLog: { title: 'Save the audit log', kind: 'Audit log', name: (day) => `audit-log-${day}` },
    certificate: { title: 'Save the certificate', kind: 'PDF', name: (id) => `certificate-${id}` },
    badge: { title: 'Save the badge', kind: 'Picture', name: (id) => `badge-${id}` },
    credential: {
      title: 'Save the digital certificate',
      kind: 'Open Badges credential',
      name: (id) => `credential-${id}`,
    },
    revocations: {
      title: 'Save the list of revoked certificates',
      kind: 'List of revoked certificates',
      name: (day) => `revoked-certificates-${day}`,
    },
    statusList: {
      title: 'Save the published list',
      kind: 'List of certificates',
      name: (name) => name,
    },
    issuerKey: {
      title: 'Back up the issuer’s key',
      kind: 'Back-up of the key',
      name: (day) => `issuer-key-backup-${day}`,
    },
    personFile: {
      title: 'Save a copy of everything kept about a person',
      kind: 'Copy of the data',
      name: (day) => `personal-data-${day}`,
    },
    refusedStatements: {
      title: 'Save the refused statements',
      kind: 'Statements',
      name: (day) => `refused-statements-${day}`,
    },
    rosterFaults: {
      title: 'Save the rows with faults',
      kind: 'CSV table',
      name: (day) => `roster-faults-${day}`,
    },
    setUpFile: { title: 'Save the set-up file', kind: 'Set-up file', name: () => 'hold-the-line' },
    records: { title: 'Export attempts', kind: 'Attempts', name: (day) => `attempts-${day}` },
    completion: { title: 'Export completion', kind: 'Completion', name: (day) => `completion-${day}` },
    statements: { title: 'Export statements', kind: 'xAPI statements', name: (day) => `statements-${day}` },
    dueDates: { title: 'Save the due dates', kind: 'Calendar', name: (day) => `due-dates-${day}` },
  },
  open: {
    certificateToVerify: { title: 'Choose a certificate to verify', kind: 'Certificates' },
    revocations: { title: 'Choose a list of revoked certificates', kind: 'Lists of certificates' },
    logo: { title: 'Choose a logo', kind: 'Pictures' },
    issuerKey: { title: 'Choose the back-up of the issuer’s key', kind: 'Back-up of the key' },
    roster: { title: 'Choose the list of people', kind: 'Tables (CSV)' },
    setUpFile: { title: 'Choose the set-up file', kind: 'Set-up files' },
    bundles: { title: 'Choose the bundles', kind: 'Bundles' },
  },
  folder: {
    certificates: 'Choose a folder for the certificates',
    exchange: 'Choose the shared folder',
    backups: 'Choose the folder with the backups',
  },
  buttons: { save: 'Save', open: 'Open', folder: 'Choose folder' },
  allFiles: 'All files',
}

const fr: DialogWords = {
  save: {
    auditLog: {
      title: 'Enregistrer le journal d’audit',
      kind: 'Journal d’audit',
      name: (day) => `journal-audit-${day}`,
    },
    certificate: { title: 'Enregistrer le certificat', kind: 'PDF', name: (id) => `certificat-${id}` },
    badge: { title: 'Enregistrer le badge', kind: 'Image', name: (id) => `badge-${id}` },
    credential: {
      title: 'Enregistrer le certificat numérique',
      kind: 'Certificat Open Badges',
      name: (id) => `certificat-numerique-${id}`,
    },
    revocations: {
      title: 'Enregistrer la liste des certificats révoqués',
      kind: 'Liste des certificats révoqués',
      name: (day) => `certificats-revoques-${day}`,
    },
    statusList: {
      title: 'Enregistrer la liste publiée',
      kind: 'Liste des certificats',
      name: (name) => name,
    },
    issuerKey: {
      title: 'Sauvegarder la clé de l’émetteur',
      kind: 'Sauvegarde de la clé',
      name: (day) => `sauvegarde-cle-emetteur-${day}`,
    },
    personFile: {
      title: 'Enregistrer une copie de toutes les données d’une personne',
      kind: 'Copie des données',
      name: (day) => `donnees-personnelles-${day}`,
    },
    refusedStatements: {
      title: 'Enregistrer les traces refusées',
      kind: 'Traces xAPI',
      name: (day) => `traces-refusees-${day}`,
    },
    rosterFaults: {
      title: 'Enregistrer les lignes à corriger',
      kind: 'Tableau CSV',
      name: (day) => `lignes-a-corriger-${day}`,
    },
    setUpFile: {
      title: 'Enregistrer le fichier d’installation',
      kind: 'Fichier d’installation',
      name: () => 'hold-the-line',
    },
    records: { title: 'Exporter les essais', kind: 'Essais', name: (day) => `essais-${day}` },
    completion: { title: 'Exporter l’avancement', kind: 'Avancement', name: (day) => `avancement-${day}` },
    statements: {
      title: 'Exporter les traces',
      kind: 'Traces xAPI',
      name: (day) => `traces-${day}`,
    },
    dueDates: {
      title: 'Enregistrer les échéances',
      kind: 'Calendrier',
      name: (day) => `echeances-${day}`,
    },
  },
  open: {
    certificateToVerify: { title: 'Choisir un certificat à vérifier', kind: 'Certificats' },
    revocations: {
      title: 'Choisir une liste de certificats révoqués',
      kind: 'Listes de certificats',
    },
    logo: { title: 'Choisir un logo', kind: 'Images' },
    issuerKey: { title: 'Choisir la sauvegarde de la clé de l’émetteur', kind: 'Sauvegarde de la clé' },
    roster: { title: 'Choisir le fichier du personnel', kind: 'Tableaux (CSV)' },
    setUpFile: { title: 'Choisir le fichier d’installation', kind: 'Fichiers d’installation' },
    bundles: { title: 'Choisir les envois', kind: 'Envois' },
  },
  folder: {
    certificates: 'Choisir un dossier pour les certificats',
    exchange: 'Choisir le dossier partagé',
    backups: 'Choisir le dossier des sauvegardes',
  },
  buttons: { save: 'Enregistrer', open: 'Ouvrir', folder: 'Choisir ce dossier' },
  allFiles: 'Tous les fichiers',
}

export const DIALOG_WORDS: Readonly<Record<InterfaceLocale, DialogWords>> = { en, fr }

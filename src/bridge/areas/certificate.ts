import { z } from 'zod'
import {
  FILE_FORMS,
  LARGEST_FILE,
  VERDICT_NOTES,
  VERDICT_REASONS,
  VERDICTS,
} from '../../domain/credentials/verdict'
import { CERTIFICATE_STATUSES } from '../../domain/credentials/validity'
import { issuerProfileForm } from '../../domain/credentials/issuer-profile'
import { recordFilter } from './filter'
import {
  channel,
  EVERYONE,
  id,
  instant,
  locale,
  localized,
  name,
  nothing,
  RECORD_KEEPERS,
  uuid,
} from './shared'

export const certificateStatus = z.enum(CERTIFICATE_STATUSES)

/** A calendar day as it is written in a certificate. It is shown unchanged in every time zone. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const days = { issuedOn: day, validUntilOn: day }

export const certificate = z.object({
  id: z.string(),
  course: id,
  courseTitle: localized,
  certificateTitle: localized,
  personName: name,
  organisation: z.string(),
  /** The person whose signature stands on the printed certificate. */
  signatory: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  /** An e-mail address, a telephone number or a page for questions about the certificate. */
  contact: z.string().nullable(),
  /** SHA-256 of the organisation's logo. */
  logo: z.string().nullable(),
  issuedAt: instant,
  validUntil: instant,
  ...days,
  scorePercent: z.number(),
  attacks: z.number(),
  hits: z.number(),
  legitimate: z.number(),
  served: z.number(),
})

const certificateId = z.string().max(40)
const paper = z.enum(['A4', 'Letter'])
/** The reason for a revocation. It is stored with the certificate and never handed on. */
const reason = z.string().trim().min(3).max(400)

const certificatePage = z.object({
  certificate,
  /** The organisation's logo as a data URL. */
  logo: z.string().nullable(),
  status: certificateStatus,
  revokedOn: day.nullable(),
  superseded: z.boolean(),
})

export const certificateRow = z.object({
  id: z.string(),
  personId: uuid,
  personName: z.string(),
  personNumber: z.string(),
  course: id,
  courseTitle: localized,
  ...days,
  status: certificateStatus,
  /** The words of the person who revoked it; also `null` if it was replaced by another certificate. */
  revokedReason: z.string().nullable(),
  superseded: z.boolean(),
})

/** The result of writing the published list anew. */
const rewritten = z.enum(['none', 'written', 'not-written'])

/** The verdict on one certificate of a file, or the reason why the file holds none. */
const finding = z.object({
  status: z.enum(VERDICTS),
  reason: z.enum(VERDICT_REASONS).nullable(),
  issuer: z.string().nullable(),
  /**
   * True if this installation signed it, with its present key or an earlier one. Only then it knows about revocations.
   */
  ours: z.boolean(),
  revocation: z.object({ on: day.nullable(), superseded: z.boolean() }).nullable(),
  /** The date of the list in which revocations were looked up, if there is one of this issuer. */
  listAt: z.string().nullable(),
  notes: z.array(z.enum(VERDICT_NOTES)),
  told: z
    .object({
      id: z.string(),
      personName: z.string(),
      organisation: z.string(),
      course: z.string(),
      courseVersion: z.string(),
      title: z.string().nullable(),
      ...days,
      scorePercent: z.number(),
      attacks: z.number(),
      hits: z.number(),
      served: z.number(),
      legitimate: z.number(),
    })
    .nullable(),
})

const verdict = finding.extend({
  form: z.enum(FILE_FORMS).nullable(),
  /** The file's name without its folder; `null` for a pasted token. */
  file: z.string().nullable(),
  /** Verdicts on the other certificates in the file. */
  also: z.array(finding),
})

export const job = z.object({
  id: z.string(),
  kind: z.enum(['issue', 'save']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.number(),
  total: z.number(),
  /** The number that was left out: passed too long ago, or not written. */
  skipped: z.number(),
  /** The folder's name without its path, for files that were saved. */
  folder: z.string().nullable(),
})

const unprintable = z.object({
  /** `null` if the problem is the same for everybody who passed the course. */
  person: z.object({ id: z.string(), name: z.string(), number: z.string() }).nullable(),
  courseTitle: localized,
  parts: z.array(
    z.object({
      part: z.enum(['name', 'organisation', 'course', 'signatory', 'contact']),
      characters: z.array(z.string()),
    }),
  ),
})

/** The parts of a certificate that the organisation chooses. The logo is a data URL. */
const issuerProfile = issuerProfileForm.extend({ logo: z.string().nullable() })

export const certificateChannels = {
  'certificate.open': channel(z.object({ certificate: certificateId }), certificatePage, EVERYONE),
  'certificate.savePdf': channel(
    z.object({ certificate: certificateId, paper, locale }),
    z.object({ file: z.string() }),
    EVERYONE,
  ),
  'certificate.saveBadge': channel(
    z.object({ certificate: certificateId, locale }),
    z.object({ file: z.string() }),
    EVERYONE,
  ),
  'certificate.saveCredential': channel(
    z.object({ certificate: certificateId }),
    z.object({ file: z.string() }),
    EVERYONE,
  ),
  'certificates.list': channel(
    z.object({
      filter: recordFilter,
      status: certificateStatus.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({
      total: z.number(),
      rows: z.array(certificateRow),
      /**
       * The number of people of this filter who passed and wait for a certificate; 0 on a computer that issues none.
       */
      waiting: z.number(),
      /** Identifies exactly these people; a request to issue names it. */
      waitingSeen: z.string(),
      /** Earned certificates that wait because no font here can print all of their characters. */
      unprintable: z.object({ count: z.number(), first: z.array(unprintable) }),
      issuesHere: z.boolean(),
      /** The address of the published list of revoked certificates; `null` if there is none. */
      statusList: z.string().nullable(),
    }),
    RECORD_KEEPERS,
  ),
  /** Issues the waiting certificates of `certificates.list`. Refused as `stale` if others wait now than were shown. */
  'certificates.issue': channel(
    z.object({ filter: recordFilter, seen: z.string().max(64) }),
    job,
    RECORD_KEEPERS,
  ),
  'certificates.savePdfs': channel(z.object({ filter: recordFilter, paper, locale }), job, RECORD_KEEPERS),
  'certificates.job': channel(z.object({ job: z.string().max(40) }), job, RECORD_KEEPERS),
  'certificates.cancel': channel(z.object({ job: z.string().max(40) }), job, RECORD_KEEPERS),
  'certificates.reissue': channel(
    z.object({ certificate: certificateId }),
    z.object({ certificate: certificateId, statusList: rewritten }),
    RECORD_KEEPERS,
  ),
  'certificates.revoke': channel(
    z.object({ certificate: certificateId, reason }),
    z.object({ statusList: rewritten }),
    RECORD_KEEPERS,
  ),
  /** Saves the published list. From then on each revocation writes it again at that place. */
  'certificates.saveStatusList': channel(
    nothing,
    z.object({ file: z.string(), count: z.number(), address: z.string() }),
    RECORD_KEEPERS,
  ),
  /** Reads another issuer's list of revoked certificates, for the certificates that are verified next. */
  'certificates.chooseList': channel(
    nothing,
    z.object({ file: z.string(), issuer: z.string(), at: z.iso.datetime() }).nullable(),
    RECORD_KEEPERS,
  ),
  'certificates.exportRevocations': channel(
    nothing,
    z.object({ file: z.string(), count: z.number() }),
    RECORD_KEEPERS,
  ),
  /** Verifies a file that the person chooses in a dialog of main. */
  'certificates.verifyFile': channel(nothing, verdict, RECORD_KEEPERS),
  /** Verifies a file that was dropped on the page, or a pasted token as bytes. */
  'certificates.verify': channel(
    z.object({
      name: z.string().max(300).nullable(),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= LARGEST_FILE),
    }),
    verdict,
    RECORD_KEEPERS,
    [],
    ['bytes'],
  ),
  'issuer.state': channel(
    nothing,
    z.object({ did: z.string().nullable(), issuesHere: z.boolean(), inKeychain: z.boolean() }),
    RECORD_KEEPERS,
  ),
  /** Copies the issuer's name to the clipboard, which the renderer may not do itself. */
  'issuer.copy': channel(nothing, z.null(), RECORD_KEEPERS),
  'issuer.backUp': channel(
    z.object({ passphrase: z.string().min(12).max(200) }),
    z.object({ file: z.string() }),
    ['administrator'],
  ),
  'issuer.restore': channel(
    z.object({ passphrase: z.string().min(1).max(200) }),
    z.object({ did: z.string(), changed: z.boolean() }),
    ['administrator'],
  ),
  'issuer.profile': channel(nothing, issuerProfile, RECORD_KEEPERS),
  'issuer.changeProfile': channel(issuerProfileForm, issuerProfile, ['administrator']),
  /** Asks for a picture in a dialog of main. */
  'issuer.chooseLogo': channel(nothing, issuerProfile, ['administrator']),
  'issuer.removeLogo': channel(nothing, issuerProfile, ['administrator']),
} as const

import { useState, type ReactNode } from 'react'
import type { StudioOffer } from '../../../bridge'
import { codeOf, unwrap } from '../../api'
import { useErrorText, useLocalized } from '../../i18n'
import { Button, Dialog, Live, Notice } from '../../ui'
import { languageName } from '../words'
import { megabytes, usePackageText } from './words'

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

interface OfferDialogProps {
  readonly offer: StudioOffer
  readonly onClose: () => void
  readonly onTaken: (taken: { readonly id: string; readonly floor: string | null }) => void
}

/** Shows the contents of a package. Nothing is imported until somebody agrees. */
export default function OfferDialog({ offer, onClose, onTaken }: OfferDialogProps) {
  const t = usePackageText()
  const errorText = useErrorText()
  const localized = useLocalized()
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const { file, hash, id, as, languages, floor, media, runs, errors, warnings } = offer
  const called = (title: Readonly<Record<string, string>>, otherwise: string) =>
    Object.keys(title).length > 0 ? localized(title) : otherwise
  const leave = () => {
    void unwrap(window.api.studio.leavePackage()).catch(() => {})
    onClose()
  }
  const take = async () => {
    setWorking(true)
    try {
      onTaken(await unwrap(window.api.studio.takePackage({ hash })))
    } catch (error) {
      setProblem(errorText(codeOf(error)))
      setWorking(false)
    }
  }
  return (
    <Dialog
      title={t('offer.title')}
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>{t('cancel')}</Button>
          <Button kind="primary" isDisabled={working} onPress={() => void take()}>
            {t('offer.take')}
          </Button>
        </>
      }
    >
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <p>{t('offer.text')}</p>
      <dl className="facts">
        <Row name={t('offer.scenario')}>{called(offer.title, id)}</Row>
        <Row name={t('offer.file')}>
          <span className="mono">{file}</span>
        </Row>
        <Row name={t('offer.id')}>
          <span className="mono">{as}</span>
          {as !== id && <span className="field-hint">{t('offer.id.other', { id })}</span>}
        </Row>
        <Row name={t('offer.languages')}>
          {languages.length === 0 ? t('offer.none') : languages.map(languageName).join(', ')}
        </Row>
        <Row name={t('offer.floor')}>
          {floor ? called(floor.title, floor.id) : t('offer.none')}
          {floor && <span className="field-hint">{t(`offer.floor.${floor.here}`, { id: floor.id })}</span>}
        </Row>
        <Row name={t('offer.media')}>
          {media.length === 0
            ? t('offer.none')
            : t('offer.media.some', {
                n: media.length,
                size: megabytes(media.reduce((sum, { size }) => sum + size, 0)),
              })}
        </Row>
        <Row name={t('offer.runs')}>{runs === 0 ? t('offer.none') : t('offer.runs.some', { n: runs })}</Row>
        <Row name={t('offer.checks')}>
          {errors + warnings === 0 ? t('offer.checks.none') : t('offer.checks.some', { errors, warnings })}
          {errors + warnings > 0 && <span className="field-hint">{t('offer.checks.where')}</span>}
        </Row>
      </dl>
    </Dialog>
  )
}

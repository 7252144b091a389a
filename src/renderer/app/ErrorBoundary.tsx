import { Component, type ReactNode } from 'react'
import { useText } from '../i18n'
import { Button, Notice } from '../ui'
import { ScreenTitle } from '../ui/ScreenTitle'

interface Props {
  readonly children: ReactNode
  /** Called when the user leaves the broken page. */
  readonly onLeave: () => void
}

/** Keeps an error in one screen from breaking the whole application. */
export class ErrorBoundary extends Component<Props, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined }

  static getDerivedStateFromError(thrown: unknown) {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  readonly #leave = () => {
    this.setState({ fault: undefined })
    this.props.onLeave()
  }

  override render() {
    const { fault } = this.state
    return fault ? <Broken fault={fault} onLeave={this.#leave} /> : this.props.children
  }
}

function Broken({ fault, onLeave }: { readonly fault: Error; readonly onLeave: () => void }) {
  const t = useText()
  return (
    <main className="page broken">
      <ScreenTitle title={t('app.broken.title')} />
      <p>{t('app.broken.text')}</p>
      <Button kind="primary" onPress={onLeave}>
        {t('app.broken.back')}
      </Button>
      <Notice>
        {t('app.broken.details')} <span className="mono">{fault.message}</span>
      </Notice>
    </main>
  )
}

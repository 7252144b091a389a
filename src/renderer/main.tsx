// This import comes first, so that main is asked before everything else is loaded.
import { begun } from './app/begun'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { atRest } from './ui/at-rest'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/widgets.css'
import './ui/fields.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id ‘root’')
const show = (answered: boolean) =>
  createRoot(root).render(
    <StrictMode>
      <App answered={answered} />
    </StrictMode>,
  )
begun.then(
  () => show(true),
  () => show(false),
)

// A font is loaded when a character of its script is shown.
atRest(() => void import('./ui/scripts.css'))

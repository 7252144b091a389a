// First, so that main is asked before all else is read.
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

// A face is read when a character of its script is shown.
atRest(() => void import('./ui/scripts.css'))

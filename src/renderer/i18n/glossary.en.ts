import type { Tactic } from '../../domain/scenario/vocabulary'

/** What the words of the debrief and of Results mean. Every tactic of the scenario language is here. */
export const glossaryEn = {
  open: 'Glossary',
  title: 'Glossary',
  tactics: 'Tactics of attackers',
  'tactics.text':
    'How attackers move people to break a rule. Genuine customers may be hurried or upset too: the answer is to check, not to guess.',
  cues: 'Cues',
  warning: 'Warning sign',
  'warning.text':
    'Something on screen or in the conversation that doesn’t fit. One sign alone is a reason to check.',
  reassuring: 'Sign that it is genuine',
  'reassuring.text':
    'Something you can check yourself, such as an answer that matches the record or a call back to a known number.',
  first: 'First sign',
  'first.text': 'The first warning sign in an attack. The debrief counts the exchanges after it.',
  outcomes: 'Outcomes',
  critical: 'Critical act',
  'critical.text': 'A decision that can’t be undone, such as giving away a code. No score makes up for it.',
  'turned-away': 'Customer turned away',
  'turned-away.text': 'A genuine customer didn’t get the help they were entitled to.',
  'tactic.authority': 'Claims a rank or an office that is hard to contradict.',
  'tactic.blackmail': 'Threatens to reveal something unless you help.',
  'tactic.bribery': 'Offers money or favours for breaking a rule.',
  'tactic.commitment': 'Starts with small requests, so that the big one looks like the next step.',
  'tactic.curiosity': 'Makes you want to open or look at something.',
  'tactic.fear': 'Says something bad will happen if you don’t act.',
  'tactic.flattery': 'Praises you to make a refusal feel unkind.',
  'tactic.impersonation': 'Pretends to be a customer, a colleague or a company you know.',
  'tactic.insider-knowledge': 'Uses names, tools or events from inside to sound genuine.',
  'tactic.intimidation': 'Shouts, insults or threatens to complain until you give in.',
  'tactic.isolation': 'Keeps you from asking anybody else.',
  'tactic.liking': 'Builds a friendly bond first, and asks afterwards.',
  'tactic.pretext': 'Tells an invented story that explains the request.',
  'tactic.reciprocity': 'Does you a favour and expects one in return.',
  'tactic.scarcity': 'Says the chance will soon be gone.',
  'tactic.secrecy': 'Asks you not to tell anyone.',
  'tactic.social-proof': 'Says that others have already done it.',
  'tactic.sympathy': 'Uses distress, real or not, to make a rule seem cruel.',
  'tactic.urgency': 'Leaves no time to check.',
} as const satisfies Record<string, string> & Record<`tactic.${Tactic}`, string>

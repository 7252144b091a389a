/** Panes whose code is loaded when somebody opens them. */
import { lazy } from 'react'

export const Proof = lazy(() => import('./Proof'))
export const Source = lazy(() => import('./source/Source'))
export const CourseProof = lazy(() => import('./course/CourseProof'))
export const Translations = lazy(() => import('./translations/Translations'))
export const Guide = lazy(() => import('./guide/Guide'))
export const CommentsPane = lazy(() => import('./comments/CommentsPane'))
export const Compare = lazy(() => import('./compare/Compare'))
export const MeetingView = lazy(() => import('./compare/MeetingView'))

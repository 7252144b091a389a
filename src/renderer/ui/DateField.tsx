import { parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment, Label, Text } from 'react-aria-components'

interface DateFieldProps {
  readonly label: string
  readonly hint?: string
  /** `2026-03-31`; empty for no day. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/**
 * A field for a day, in the order of the interface's language; the browser's own field follows the system instead. Only
 * some pages load it, because it needs the code of calendars.
 */
export function DateField({ label, hint, value, onChange }: DateFieldProps) {
  return (
    <AriaDateField
      className="field"
      granularity="day"
      shouldForceLeadingZeros
      value={value === '' ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? '')}
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-input date-input">
        {(segment) => <DateSegment className="date-segment" segment={segment} />}
      </DateInput>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </AriaDateField>
  )
}

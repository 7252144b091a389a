import { describe, expect, it } from 'vitest'
import { keychain, NOW } from '../helpers'
import { installation, priya, type Installation } from '../installation'
import { arun, deviceOf, HR, hrInstallation, organisationOf, read } from './helpers'

describe('enrolment', () => {
  it('gives a device the organisation, its courses and settings, and no secret', () => {
    const { hr, folder, file } = hrInstallation()
    const device = deviceOf(file, folder, 'Indore-3', priya)
    expect(device.organisation.settings()).toEqual({ ...hr.organisation.settings(), installation: 'device' })
    expect(device.library.course('short')?.version).toBe('1.2.0')
    expect(device.trusted).toEqual([organisationOf(hr)])
    expect(hr.organisation.settings().installation).toBe('hr')
    for (const secret of ['issuer.key', 'exchange.key', 'seal.key']) {
      const hex = keychain.decryptString(
        Buffer.from(read(hr.folder, secret).toString().slice('wrapped:'.length), 'base64'),
      )
      expect(file).not.toContain(hex)
      expect(file).not.toContain(Buffer.from(hex, 'hex').toString('base64'))
    }
    hr.close()
    device.close()
  })

  it('carries the people when it is asked to', () => {
    const { hr } = hrInstallation()
    hr.store.addPerson(arun, NOW.toISOString())
    const device = installation(priya)
    device.exchange.choose(hr.exchange.makeEnrolment(true, HR.id))
    device.exchange.enrol({ name: 'Indore-3', site: null }, null)
    expect(device.store.personByNumber('ind-7')).toMatchObject({
      id: arun.id,
      name: arun.name,
      role: 'trainee',
    })
    expect(device.store.personByNumber('HR-1')).toBeUndefined()
    hr.close()
    device.close()
  })

  it.each([
    ['damaged', (text: string) => text.slice(0, -40)],
    ['not-an-enrolment', () => '{"type":"hold-the-line/bundle"}'],
    ['newer-format', (text: string) => text.replace('"format":1', '"format":2')],
    ['altered', (text: string) => text.replace('Meridian', 'Meridiam')],
    ['altered', (text: string) => text.replace('"autoLockMinutes":15', '"autoLockMinutes":16')],
  ])('refuses a file that is %s', (reason, change) => {
    const { hr, file } = hrInstallation()
    const device = installation(priya)
    expect(() => device.exchange.choose(change(file))).toThrow(reason)
    hr.close()
    device.close()
  })

  it('refuses another organisation, an older file, and HR’s own computer', () => {
    const { hr, folder, file } = hrInstallation()
    const other = hrInstallation()
    const device = deviceOf(file, folder, 'Indore-3', priya)
    const enrol = (who: Installation, text: string) => () => {
      who.exchange.choose(text)
      who.exchange.enrol({ name: 'X', site: null }, null)
    }
    expect(enrol(device, other.file)).toThrow('other-organisation')
    hr.around.pass(1000)
    const newer = hr.exchange.makeEnrolment(false, HR.id)
    enrol(device, newer)()
    expect(enrol(device, file)).toThrow('older')
    expect(enrol(other.hr, file)).toThrow('is-hr')
    hr.close()
    other.hr.close()
    device.close()
  })
})

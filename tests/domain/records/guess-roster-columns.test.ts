import { describe, expect, it } from 'vitest'
import {
  guessColumns,
  headerLineOf,
  NO_COLUMNS,
  separatorOf,
  type RosterField,
} from '../../../src/domain/records'

type Expected = Partial<Record<RosterField, string>>

/** Returns the guess with headings in place of the columns' numbers. */
function guess(headings: readonly string[], rows?: readonly (readonly string[])[]): Expected {
  const mapping = guessColumns(headings, rows)
  const found = Object.entries(mapping).flatMap(([field, column]) =>
    column === null ? [] : [[field, headings[column]]],
  )
  return Object.fromEntries(found) as Expected
}

const GUID_1 = '5f0c1b1e-3f7d-4a52-9d43-0c2a5d7a9e11'
const GUID_2 = '{7A1C1B1E-3F7D-4A52-9D43-0C2A5D7A9E12}'

describe('guessColumns', () => {
  it.each<[string, string[], Expected]>([
    [
      'English',
      ['Employee number', 'Full name', 'Team', 'Location', 'Manager ID'],
      { number: 'Employee number', name: 'Full name', team: 'Team', site: 'Location', manager: 'Manager ID' },
    ],
    [
      'French',
      [
        'N° de matricule',
        'Prénom',
        'Nom de famille',
        'Adresse e-mail',
        'Équipe',
        'Lieu de travail',
        'Matricule du responsable',
      ],
      {
        number: 'N° de matricule',
        firstName: 'Prénom',
        lastName: 'Nom de famille',
        email: 'Adresse e-mail',
        team: 'Équipe',
        site: 'Lieu de travail',
        manager: 'Matricule du responsable',
      },
    ],
    ['French in short', ['Matricule', 'Nom'], { number: 'Matricule', name: 'Nom' }],
    [
      'French parts',
      ['Matricule', 'Nom', 'Prénom'],
      { number: 'Matricule', firstName: 'Prénom', lastName: 'Nom' },
    ],
    [
      'Spanish',
      [
        'N.º de empleado',
        'Nombre',
        'Apellidos',
        'Correo electrónico',
        'Equipo',
        'Sede',
        'N.º de empleado del jefe',
      ],
      {
        number: 'N.º de empleado',
        firstName: 'Nombre',
        lastName: 'Apellidos',
        email: 'Correo electrónico',
        team: 'Equipo',
        site: 'Sede',
        manager: 'N.º de empleado del jefe',
      },
    ],
    ['Spanish in short', ['Legajo', 'Nombre y apellidos'], { number: 'Legajo', name: 'Nombre y apellidos' }],
    [
      'Portuguese',
      ['Matrícula', 'Nome', 'Sobrenome', 'E-mail', 'Equipe', 'Filial', 'Matrícula do gestor'],
      {
        number: 'Matrícula',
        firstName: 'Nome',
        lastName: 'Sobrenome',
        email: 'E-mail',
        team: 'Equipe',
        site: 'Filial',
        manager: 'Matrícula do gestor',
      },
    ],
    [
      'Entra, a template',
      [
        'Name [displayName] Required',
        'User name [userPrincipalName] Required',
        'First name [givenName]',
        'Last name [surname]',
        'Department [department]',
        'Office [physicalDeliveryOfficeName]',
        'Employee ID [employeeId]',
      ],
      {
        number: 'Employee ID [employeeId]',
        name: 'Name [displayName] Required',
        email: 'User name [userPrincipalName] Required',
        team: 'Department [department]',
        site: 'Office [physicalDeliveryOfficeName]',
      },
    ],
    [
      'Google Workspace',
      [
        'First Name [Required]',
        'Last Name [Required]',
        'Email Address [Required]',
        'Org Unit Path [Required]',
        'Employee ID',
        'Manager Email',
        'Department',
        'Building ID',
      ],
      {
        number: 'Employee ID',
        firstName: 'First Name [Required]',
        lastName: 'Last Name [Required]',
        email: 'Email Address [Required]',
        team: 'Department',
        site: 'Building ID',
        manager: 'Manager Email',
      },
    ],
    [
      'Moodle',
      ['id', 'username', 'email', 'firstname', 'lastname', 'idnumber', 'institution', 'department', 'city'],
      {
        number: 'idnumber',
        firstName: 'firstname',
        lastName: 'lastname',
        email: 'email',
        team: 'department',
        site: 'city',
      },
    ],
    [
      'BambooHR',
      ['Employee #', 'First Name', 'Last Name', 'Work Email', 'Department', 'Location', 'Supervisor EID'],
      {
        number: 'Employee #',
        firstName: 'First Name',
        lastName: 'Last Name',
        email: 'Work Email',
        team: 'Department',
        site: 'Location',
        manager: 'Supervisor EID',
      },
    ],
    [
      'Workday',
      [
        'Employee ID',
        'Legal Name - First Name',
        'Legal Name - Last Name',
        'Email - Primary Work',
        'Supervisory Organization',
        'Work Location',
        'Manager - Employee ID',
      ],
      {
        number: 'Employee ID',
        firstName: 'Legal Name - First Name',
        lastName: 'Legal Name - Last Name',
        email: 'Email - Primary Work',
        team: 'Supervisory Organization',
        site: 'Work Location',
        manager: 'Manager - Employee ID',
      },
    ],
    [
      'ADP',
      [
        'Associate ID',
        'Legal First Name',
        'Legal Last Name',
        'Work Contact: Work Email',
        'Home Department Description',
        'Location Description',
        'Reports To Associate ID',
      ],
      {
        number: 'Associate ID',
        firstName: 'Legal First Name',
        lastName: 'Legal Last Name',
        email: 'Work Contact: Work Email',
        team: 'Home Department Description',
        site: 'Location Description',
        manager: 'Reports To Associate ID',
      },
    ],
    [
      'SuccessFactors',
      ['STATUS', 'USERID', 'USERNAME', 'FIRSTNAME', 'LASTNAME', 'EMAIL', 'MANAGER', 'DEPARTMENT', 'LOCATION'],
      {
        number: 'USERID',
        firstName: 'FIRSTNAME',
        lastName: 'LASTNAME',
        email: 'EMAIL',
        team: 'DEPARTMENT',
        site: 'LOCATION',
        manager: 'MANAGER',
        status: 'STATUS',
      },
    ],
    [
      'Active Directory',
      ['EmployeeID', 'GivenName', 'Surname', 'EmailAddress', 'Department', 'Office'],
      {
        number: 'EmployeeID',
        firstName: 'GivenName',
        lastName: 'Surname',
        email: 'EmailAddress',
        team: 'Department',
        site: 'Office',
      },
    ],
    [
      'LDAP, csvde',
      ['DN', 'sn', 'givenName', 'displayName', 'mail', 'employeeNumber', 'ou', 'l'],
      { number: 'employeeNumber', name: 'displayName', email: 'mail', team: 'ou', site: 'l' },
    ],
  ])('knows the headings of %s', (_name, headings, expected) => {
    expect(guess(headings)).toEqual(expected)
  })

  it('takes no GUID for an employee number', () => {
    const headings = ['id', 'displayName', 'employeeId']
    expect(
      guess(headings, [
        [GUID_1, 'Ana Sol', '0012'],
        [GUID_2, 'Bo Li', '0013'],
      ]).number,
    ).toBe('employeeId')
    expect(
      guess(
        ['id', 'displayName'],
        [
          [GUID_1, 'Ana Sol'],
          [GUID_2, 'Bo Li'],
        ],
      ).number,
    ).toBeUndefined()
    expect(
      guess(
        ['objectId', 'User ID', 'samAccountName'],
        [
          [GUID_1, GUID_1, 'asol'],
          [GUID_2, GUID_2, 'bli'],
        ],
      ).number,
    ).toBe('samAccountName')
  })

  it('takes no count of the rows for an employee number', () => {
    const rows = ['Ana', 'Bo', 'Cy'].map((name, index) => [String(index + 1), name])
    for (const heading of ['#', 'No.', 'N°', 'Nº', 'S.No'])
      expect(guessColumns([heading, 'Name'], rows).number).toBeNull()
    expect(guessColumns(['Employee No.', 'Name'], rows).number).toBe(0)
    expect(guessColumns(['No.', 'Name'], [['7', 'Ana'], ...rows.slice(1)]).number).toBe(0)
  })

  it('drops no full name because a first name is there', () => {
    expect(guess(['Employee ID', 'First name', 'Full name'])).toEqual({
      number: 'Employee ID',
      name: 'Full name',
    })
    expect(guess(['Employee ID', 'First name', 'Display name', 'Last name']).name).toBe('Display name')
    const rows = [
      ['1', 'Priya', 'Priya Raman'],
      ['2', 'Bo', 'Bo Li'],
    ]
    expect(guess(['Employee ID', 'First name', 'Name'], rows)).toEqual({
      number: 'Employee ID',
      name: 'Name',
    })
  })

  it('proposes no name where two columns of one heading hold different things', () => {
    const headings = ['Employee number', 'Name', 'name ']
    expect(
      guessColumns(headings, [
        ['1', 'Ana', 'Reyes'],
        ['2', 'Bo', 'Li'],
      ]),
    ).toMatchObject({
      number: 0,
      name: null,
      firstName: null,
    })
    expect(
      guessColumns(headings, [
        ['1', 'Ana Reyes', 'Reyes'],
        ['2', 'Bo Li', 'Li'],
      ]),
    ).toMatchObject({
      name: 1,
    })
  })

  it('takes the parts where the full name is turned round, or is none; and ‘Name’ for what it holds', () => {
    const headings = ['Employee ID', 'First name', 'Last name', 'Payroll name']
    const parts = { number: 'Employee ID', firstName: 'First name', lastName: 'Last name' }
    expect(guess(headings, [['1', 'Priya', 'Raman', 'Raman, Priya']])).toEqual(parts)
    expect(guess(headings, [['1', 'Priya', 'Raman', 'praman']])).toEqual(parts)
    expect(guess(headings, [['1', 'Priya', 'Raman', '']])).toEqual(parts)
    expect(guess(headings, [['1', '小明', '王', '王小明']]).name).toBe('Payroll name')
    expect(guess(['Nr. Number', 'Number', 'Vorname', 'Name'], [['', '1', 'Jörg', 'Weiß']])).toMatchObject({
      firstName: 'Vorname',
      lastName: 'Name',
    })
  })

  it('takes the parts where something stands behind a full name, even in one row far down', () => {
    const headings = ['Employee ID', 'Worker', 'First Name', 'Last Name']
    const names = (...workers: readonly string[]) =>
      Object.keys(
        guess(
          headings,
          workers.map((worker, i) => [String(21_001 + i), worker, 'Ana', 'Sol']),
        ),
      )
    const parts = ['number', 'firstName', 'lastName']
    expect(names('Ana Sol (21001)', 'Ana Sol (21002)')).toEqual(parts)
    expect(names('Ana Sol', 'Ana Sol (On Leave)')).toEqual(parts)
    expect(names('Ana Sol [C]', 'Ana Sol')).toEqual(parts)
    expect(names('21001 Ana Sol', '21002 Ana Sol')).toEqual(parts)
    const many = Array.from({ length: 900 }, () => 'Ana Sol')
    expect(names(...many, 'Ana Sol (Terminated)')).toEqual(parts)
    expect(names('Ana Sol', 'Ana (Annie) Sol', 'Ana Sol (2)')).toEqual(['number', 'name'])
  })

  it('takes names, addresses and DNs for no manager’s number', () => {
    const headings = ['Employee ID', 'Name', 'Manager', 'Supervisor ID']
    const with_ = (manager: string, id = '') =>
      guess(headings, [
        ['0012', 'Ana Sol', manager, id],
        ['0013', 'Bo Li', manager, id],
      ]).manager
    expect(with_('Priya Raman')).toBeUndefined()
    expect(with_('CN=Raman\\, Priya,OU=Cards,DC=example,DC=org')).toBeUndefined()
    expect(with_('p.raman@example.org')).toBeUndefined()
    expect(with_(GUID_1)).toBeUndefined()
    expect(with_('Madonna')).toBeUndefined()
    expect(with_('')).toBeUndefined()
    expect(with_('0012')).toBe('Manager')
    expect(with_('Priya Raman', '0099')).toBe('Supervisor ID')
    expect(with_('NO_MANAGER', '0013')).toBe('Supervisor ID')
    // Numbers without a digit are recognised by the column of numbers.
    expect(
      guess(
        ['Login', 'Name', 'Manager'],
        [
          ['asol', 'Ana Sol', 'bli'],
          ['bli', 'Bo Li', ''],
        ],
      ).manager,
    ).toBe('Manager')
  })

  it('guesses nothing where there is nothing to go by', () => {
    expect(guessColumns(['Colour', 'Size'])).toEqual(NO_COLUMNS)
  })
})

describe('the line of headings and the separator', () => {
  const head = (text: string) => {
    const separator = separatorOf(text)
    return [separator, headerLineOf(text, separator)]
  }
  it.each([
    ['a plain file', 'Employee number,Name\n1,Ana\n', ',', 1],
    ['sep=', 'sep=;\r\nEmployee number;Name;Team\r\n0012;Ana Sol;Cards\r\n', ';', 2],
    ['sep= in quotation marks', '"sep=|"\nEmployee number|Name\n1|Ana\n', '|', 2],
    ['sep= and a tab', 'sep=\t\nEmployee number\tName\n1\tAna\n', '\t', 2],
    ['#TYPE', '#TYPE Selected.ADUser\n"EmployeeID","GivenName","Surname"\n"1","Ana","Sol"\n', ',', 2],
    ['a version', 'version:v1.0\nName [displayName] Required,Employee ID [employeeId]\nAna Sol,1\n', ',', 2],
    ['a title and blank lines', '\n\nStaff of Acme; March\n\nMatricule;Nom;Équipe\n1;Ana;Cards\n', ';', 5],
    ['keys and titles', 'USERID,FIRSTNAME,LASTNAME\nUser ID,First Name,Last Name\n1,Ana,Sol\n', ',', 2],
    ['commas in names', 'number;name\n1;Sol, Ana, X\n2;Li, Bo, Y\n3;Tan, Cy, Z\n', ';', 1],
    ['unknown headings', 'Report of today\nColour,Size,Weight\nred,1,2\nblue,2,3\n', ',', 2],
    ['nothing', '', ',', 0],
  ])('are found in a file with %s', (_name, text, separator, line) => {
    expect(head(text)).toEqual([separator, line])
  })
})

/**
 * The headings that HR systems, directories and people use for the columns of a roster. They are compared in the form
 * of `headingKeys`: without capitals, accents, spaces, signs and small words such as ‘of’, ‘du’ or ‘de la’. The surest
 * heading of each list comes first.
 */
import type { RosterField } from './roster-columns'

/** English, French, Spanish or Portuguese words, and those of systems: AD and LDAP write `sn`, Moodle `idnumber`. */
const HEADINGS: Readonly<Record<RosterField, string>> = {
  number: `
    employee number, employee no, employee num, employee numero, employee id, employee identifier, emp id, empid,
    emp no, emp number, employee code, emp code, staff id, staff number, staff no, personnel number, personnel no,
    personnel id, payroll number, payroll no, payroll id, worker id, worker number, person number, person id,
    associate id, associate number, agent id, agent number, operator id, user employee id, employee eid, eid, id number,
    emplid, pernr, file number, file numero, clock number, badge, badge number, badge id, position id,
    matricule, numero matricule, numero salarie, matricule salarie, code salarie, id salarie, identifiant salarie,
    numero employe, matricule employe, code employe, id employe, identifiant employe, numero agent, matricule agent,
    numero collaborateur, matricule collaborateur, id collaborateur, matricule rh, numero personnel, numero identification,
    numero empleado, id empleado, codigo empleado, clave empleado, identificador empleado, numero trabajador,
    codigo trabajador, id trabajador, numero nomina, legajo, numero legajo, numero personal, numero agente,
    matricula, numero matricula, numero funcionario, id funcionario, codigo funcionario, numero colaborador,
    id colaborador, codigo colaborador, matricula funcionario, matricula colaborador, numero empregado,
    registro funcionario, numero mecanografico, chapa,
    personalnummer, mitarbeiternummer,
    number, numero, identifiant, user id, userid, username, user name, login, login id, samaccountname, sam account name,
    pre windows 2000 logon name, uid, id`,
  name: `
    full name, fullname, complete name, name display, employee app name, employee full name, legal full name, preferred full name, display name,
    displayname, employee name, staff name, worker name, person name, agent name, name employee, legal name,
    preferred name, payroll name, common name, first last, first name last name, first last name, name surname,
    name last name, last name first name, last name first, surname first name,
    nom complet, nom prenom, prenom nom, nom prenoms, nom affiche, nom affichage, nom salarie, nom employe, nom agent,
    nom collaborateur, nom famille prenom,
    nombre completo, nombre apellido, nombre apellidos, nombres apellidos, apellido nombre, apellidos nombre,
    apellidos nombres, nombre empleado, nombre trabajador, nombre mostrar, nombre para mostrar,
    nome completo, nome sobrenome, nome apelido, nome funcionario, nome colaborador, nome exibicao, nome social,
    name, cn, employee, worker, associate, agent, colaborador, funcionario, empleado, collaborateur, salarie`,
  firstName: `
    first name, firstname, given name, givenname, given names, forename, forenames, legal first name,
    legal name first name, preferred first name, preferred name first name, preferred chosen first name,
    preferred or chosen first name, fname, first,
    prenom, prenoms, prenom usuel, prenom usage,
    nombres, primer nombre, nombre pila, primeiro nome, nome proprio, vorname, voornaam, vorna`,
  lastName: `
    last name, lastname, surname, sur name, family name, familyname, sn, legal last name, legal name last name,
    preferred last name, preferred name last name, lname, last, second name,
    nom famille, nom usage, nom naissance, nom patronymique,
    apellido, apellidos, primer apellido, apellido paterno, sobrenome, sobrenomes, ultimo nome, apelido, apelidos,
    nachname, familienname, achternaam, nachn`,
  email: `
    email, email address, mail, work email, primary work email, email primary work, email work, business email,
    company email, corporate email, work contact work email, primary email, internet email, smtp address, email id,
    courriel, adresse courriel, adresse email, adresse mail, email professionnel, mail professionnel,
    courriel professionnel, adresse electronique, messagerie,
    correo, correo electronico, direccion correo, direccion correo electronico, email corporativo, email trabajo,
    email profissional, endereco email, correio eletronico, correio electronico, endereco correio eletronico,
    user principal name, userprincipalname, upn`,
  team: `
    team, team name, squad, queue, lob, line business, campaign, account team, group, group name, work group, cohort,
    cohort1, section,
    equipe, nom equipe, groupe, plateau, file attente, pole, section,
    equipo, grupo, campana, cola, equipa, time, fila, celula,
    department, department name, dept, deptname, home department description, home department, department description,
    departmentdescription, division, business unit, business unit description, unit, org unit, organization unit,
    organizational unit, organisational unit, supervisory organization, cost center name, service, departement, direction,
    unite, departamento, area, unidad, setor, sector, seccion, secao, unidade, gerencia, abteilung, ou,
    org unit path, department number`,
  site: `
    site, site name, location, location name, location description, work location, work site, workplace, office,
    office name, office location, officelocation, physical delivery office name, physicaldeliveryofficename, branch,
    centre, center, call center, contact center, campus, building, plant, facility,
    lieu, lieu travail, site travail, localisation, implantation, etablissement, agence, bureau, centre appels,
    sede, centro, centro trabajo, lugar trabajo, ubicacion, sucursal, oficina, local, local trabalho, localidade,
    filial, escritorio, loja, standort, building id,
    city, town, work city, l, ville, commune, ciudad, localidad, cidade, ort`,
  manager: `
    manager employee number, manager number, manager no, manager id, manager employee id, managers employee id,
    worker manager id, manager emp id, manager eid, manager user id, manager userid, manager username,
    supervisor employee number, supervisor employee id, supervisor id, supervisor number, supervisor no, supervisor eid,
    reports to id, reports to employee id, reports to associate id, reports to employee number, reports to position id,
    reporting to id, line manager id, line manager employee id, line manager number, team lead id, team leader id,
    matricule responsable, matricule manager, matricule n1, matricule n 1, matricule superieur,
    matricule superieur hierarchique, matricule chef, matricule hierarchique, numero responsable, id responsable,
    id manager, numero manager, matricule chef equipe,
    numero empleado jefe, numero empleado supervisor, numero empleado responsable, id jefe, id supervisor, id responsable,
    codigo jefe, codigo supervisor, numero supervisor, legajo supervisor, legajo jefe,
    matricula gestor, matricula supervisor, matricula chefia, matricula gerente, id gestor, numero gestor,
    codigo gestor, numero funcionario gestor,
    manager, managers, supervisor, line manager, reports to, reporting to, reporting manager, direct manager, team lead,
    team leader, workers manager, worker manager, superior, boss,
    responsable, responsable hierarchique, superieur hierarchique, superieur, hierarchique, n1, n 1, chef equipe, chef,
    encadrant, jefe, jefe directo, jefe inmediato, superior inmediato, responsable directo,
    gestor, gestor direto, gerente, chefe, chefia, superior hierarquico, lider, vorgesetzter, manager email, manager name,
    reports to name`,
  status: `
    employee status, employment status, employment status description, worker status, position status, person status,
    assignment status, payroll status, hr status, status description, status, employee record status, active status,
    statut, statut salarie, statut employe, statut collaborateur, etat,
    estado empleado, estado laboral, estado, estatus, situacion laboral, situacion,
    situacao, situacao funcionario, situacao colaborador, estado colaborador,
    currently active, is active, active employee, active, isactive, actif, activo, activa, ativo, aktiv, vigente,
    terminated, is terminated, has left, left, leaver, inactive, is inactive, sorti, parti, inactif, cesado, desligado,
    demitido, inactivo, inativo,
    termination date, date termination, terminated on, term date, date left, leaving date, date leaving, leaver date,
    employment end date, end employment date, last day work, last working day, last day worked, last day, exit date,
    date exit, separation date, date separation, relieving date, date relieving, dol, end date,
    date sortie, date depart, date fin, date fin emploi, dernier jour, dernier jour travaille, date radiation,
    fecha baja, fecha salida, fecha cese, fecha egreso, fecha terminacion, fecha retiro, ultimo dia, ultimo dia trabajado,
    data desligamento, data demissao, data saida, data rescisao, ultimo dia trabalhado, austrittsdatum, austritt,
    account enabled, accountenabled, enabled, account active, compte actif, cuenta activa, account status, user status,
    statut compte, estado cuenta, block credential, block sign in, sign in blocked, suspended, account disabled,
    accountdisabled, disabled, archived, deleted, is deleted, isdeleted, useraccountcontrol`,
}

/**
 * Headings of a whole name that mean half of it beside another column: ‘Nom’ beside ‘Prénom’, ‘Nombre’ beside
 * ‘Apellidos’.
 */
const HALF: Readonly<Record<string, 'firstName' | 'lastName'>> = {
  nom: 'lastName',
  noms: 'lastName',
  nombre: 'firstName',
  nome: 'firstName',
  name: 'lastName',
}

const SMALL_WORDS = new Set(
  'a al and as at av d da das de del den des do dos du e el et for i is la las le les l o of or os ou s the to un une y'.split(
    ' ',
  ),
)
/** These small words are headings of directories if they stand alone. */
const ALONE = new Set(['l', 'o', 'ou'])

/** Matches notes that templates write behind a heading. */
const NOTES =
  /\b(?:required|optional|upload only|read only|obligatoire|facultatif|obligatorio|opcional|obrigatorio)\b/gu

function key(text: string): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(NOTES, ' ')
    .replaceAll(/#|№|\bn\s?\.?\s?[°º]\s?\.?|\b(?:no|nro|num)\b\.?/gu, ' numero ')
    .replaceAll(/\be-mail\b/gu, 'email')
    .replaceAll('+', '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.length === 1 && ALONE.has(words[0]!)) return words[0]!
  return words.filter((word) => !SMALL_WORDS.has(word)).join('')
}

/**
 * Returns the forms in which a heading is looked up: as a whole, and, for `First name [givenName] Required`, by both of
 * its names.
 * @param heading a cell of the line that names the columns
 */
export function headingKeys(heading: string): readonly string[] {
  const parts = /^([^[(]*)[[(]([^\])]*)[\])](.*)$/u.exec(heading)
  const forms = parts ? [heading, parts[2]!, `${parts[1]!} ${parts[3]!}`] : [heading]
  return [...new Set(forms.map(key))].filter((form) => form !== '')
}

const listOf = (field: RosterField): readonly string[] => [
  ...new Set(HEADINGS[field].split(',').map((word) => key(word.trim()))),
]
const RANKS: Readonly<Record<RosterField, ReadonlyMap<string, number>>> = {
  number: ranked('number'),
  name: ranked('name'),
  firstName: ranked('firstName'),
  lastName: ranked('lastName'),
  email: ranked('email'),
  team: ranked('team'),
  site: ranked('site'),
  manager: ranked('manager'),
  status: ranked('status'),
}

function ranked(field: RosterField): ReadonlyMap<string, number> {
  return new Map(listOf(field).map((word, rank) => [word, rank]))
}

/** Returns the columns that may hold a field by their headings, the surest first. */
export function columnsFor(field: RosterField, headings: readonly string[]): number[] {
  const ranks = RANKS[field]
  return headings
    .map((heading, column) => ({
      column,
      rank: Math.min(...headingKeys(heading).map((form) => ranks.get(form) ?? Infinity)),
    }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column)
    .map(({ column }) => column)
}

/** Returns the columns whose heading may mean half a name (see `HALF`), and which half. */
export function halvesOf(headings: readonly string[]): { column: number; part: 'firstName' | 'lastName' }[] {
  return headings.flatMap((heading, column) => {
    const part = headingKeys(heading)
      .map((form) => HALF[form])
      .find(Boolean)
    return part ? [{ column, part }] : []
  })
}

/** These fields tell a line of headings. The headings of a status (‘Active’, ‘Left’) are also cells of data. */
const TELLING = Object.entries(RANKS).flatMap(([field, ranks]) => (field === 'status' ? [] : [ranks]))

/**
 * Counts the cells of a line that are headings of a roster. It takes two to tell a line of headings from a line of
 * data.
 */
export function headingsIn(cells: readonly string[]): number {
  return cells.filter((cell) =>
    headingKeys(cell).some((form) => form in HALF || TELLING.some((ranks) => ranks.has(form))),
  ).length
}

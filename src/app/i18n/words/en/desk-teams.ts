import type { teams as words } from '../zh-CN/desk-teams.ts'

/** Teams and villages: who goes where, from when to when. */
export const teams: typeof words = {
  name: 'Teams and villages',
  heading: 'Which team goes to which villages',
  make: 'Make a team',
  teamName: 'Name of the team',
  villages: 'Villages',
  from: 'From',
  until: 'To',
  people: 'People',
  addPerson: 'Add a person',
  personName: 'Name',
  unit: 'Unit',
  account: 'Account',
  telephone: 'Telephone',
  role: 'Task',
  password: 'First password',
  passwordNote: 'Shown only this once. Hand it to the person, who changes it at the first sign-in.',
  keep: 'Settle it so',
  end: 'This team goes home',
  endMeans: 'After that their phones forget the villages. What is open is handed over first.',
  noTeams: 'No team yet. Make one and name its villages.',
  stopDevice: 'Stop a phone',
  stopped: 'Stopped. Without the digits nobody can open what is on it.',
  villageCadres: 'Village cadres',
  departments: 'Departments',
}

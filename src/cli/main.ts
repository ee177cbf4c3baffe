import { campaign } from './campaign.ts'
import { importRoster } from './import.ts'
import { people } from './people.ts'
import { registerRoster } from './register-roster.ts'
import { readDiaries } from './read-diaries.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

/** A command takes what stands after its name and gives the number the process ends with. */
type Command = (args: readonly string[]) => Promise<number>

/** One line a command; `npm run -s wuxin -- NAME …` runs it. */
const commands: Readonly<Record<string, Command>> = {
  serve: args => serve(args),
  campaign: args => campaign(args),
  people: args => people(args),
  verify: () => verify(),
  'read-diaries': args => readDiaries(args),
  // What could not be stored says so itself, and in the number the process ends with.
  import: async args =>
    (await importRoster(args, { register: registerRoster })) || Number(process.exitCode ?? 0),
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command === undefined) {
  console.error(`wuxin COMMAND …\n\n${Object.keys(commands).join('\n')}`)
  process.exitCode = 2
} else process.exitCode = await command(args)

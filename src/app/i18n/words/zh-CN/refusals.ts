import type { Refusal } from '#domain/base/refusals.ts'

/** One sentence for each refusal a person may meet: what happened, and what can be done. */
const sentences: Record<Refusal, string> = {
  'broken-change': '这条写得不全，那边看不懂。字都留着，换个新版本再发。',
  'diary-too-long': '日记太长了，一篇最多两万字。分成两次记，字都留着。',
  'unknown-household': '村里没有这一家。看看是不是记到别的村去了。',
  'household-exists': '这一家早就在册了。',
  'household-erased': '这家说过不留了，都删了，不再往下记。',
  'outside-grants': '这家不在你们队的村里，看不了。',
  'not-your-act': '这一步该由别人来走。你可以记下你知道的。',
  'depends-on-refused': '前面那条没被收下，这条也等着。先看看前面那条。',
  'day-in-future': '说是办过的事，日子却还没到。改个日子再发。',
  'day-is-past': '这条没被收下：日子比今天还早。改个日子再发，字都留着。',
  'unknown-visit': '没找到这一回走访。先把那一回记下来。',
  'visit-exists': '这一回早就安排过了。',
  'visit-over': '这一回已经记过了。要补，接着写就是。',
  'unknown-fact': '没找到这个说法。看看那一家现在记着什么。',
  'no-difference': '说法只有一个，没什么要定的。',
  'fact-over': '这个说法已经过了日子。换一个。',
  'before-agreed-day': '他家说了那天以后再去。没到日子，先别去。',
  'purpose-missing': '还没写去做什么。写一句。',
  'empty-words': '还没写字。',
  'unknown-need': '没找到这件事。',
  'need-exists': '这件事早就记下了。',
  'not-heard': '这件事已经说定过了。',
  'not-agreed': '还没和他家说定，先问一声要不要办。',
  'not-in-hand': '这件事不在办着。',
  'not-open': '这件事已经完了。要再办，请他家说一声没办好。',
  'already-answered': '结果已经讲给他家听过了。',
  'not-answered': '这件事要他家自己说办好了才算。先把结果讲给他家，再记他家怎么说的。',
  'no-result-yet': '还没有结果可讲。可以先讲讲进展。',
  'answer-needs-second-ear':
    '事是你办的，「办好了」要另一个人听到才作数。写上谁听见的，或者请他家在联系卡上说。',
  'relay-not-named': '别人带的话，要写上是谁、是他家什么人。',
  'answer-too-late-to-change': '过了七天，这句话不好改了。他家可以再提这件事。',
  'no-referral': '这件事没有牵给哪个部门。',
  'referral-not-offered': '这一件已经接下，或者退回了。',
  'referral-not-accepted': '先接下，才好延期、回话。',
  'reason-missing': '要写明缘由，这句话会讲给他家听。',
  'limit-missing': '要有个日子。',
  'extension-not-later': '延期要比原来的日子晚。',
  'unknown-promise': '没找到这个承诺。',
  'promise-exists': '这个承诺早就记下了。',
  'promise-over': '这个承诺已经了了。',
}

/** What a person reads when something was not taken; `unnamed` for a word this version does not know. */
export const refusals = { unnamed: '这条没被收下。字都留着，问问办公室。', sentences }

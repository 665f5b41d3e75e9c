/** How arguments and options of the command line are read, and options that several commands have. */
import { InvalidArgumentError, Option } from 'commander';

/** An option that may be given several times. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** A day of the calendar. */
export function date(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== text)) throw new InvalidArgumentError('there is no such day in the calendar.');
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError('write a date as 2025-08-20.');
  return text;
}

/** A whole number from 1. */
export function positive(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 1_000_000) throw new InvalidArgumentError('write a whole number from 1.');
  return number;
}

/** A number of seconds above zero. */
export function seconds(text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(number > 0) || number > 10_000_000) throw new InvalidArgumentError('write a number of seconds above zero, as 30.');
  return number;
}

/** The address of a page on the web. */
export function webAddress(text: string): string {
  if (!/^https?:\/\/[^\s/]+/.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('write a whole address, as https://example.org/docs/findings.');
  return text;
}

export const asOf = (): Option => new Option('--as-of <date>', 'judge as of this day, where a scenario names none (2025-08-20)').argParser(date);
export const sources = (): Option =>
  new Option('--sources <folder>', 'look for the texts of sources here too; may be given several times').argParser(collect).default([], 'the folder of the case and its sources/');
export const noColor = (): Option => new Option('--no-color', 'no colours (so does the environment variable NO_COLOR)');
export const columns = (): Option => new Option('--width <columns>', 'set text this wide (default: the terminal, or 100)').argParser(positive);

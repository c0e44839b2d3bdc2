import { describe, expect, test } from '@jest/globals';
import { readOptions } from './options.ts';

const read = (...argv: string[]) => readOptions(argv, '/checkout', '/somewhere');

describe('the options of npm start', () => {
  test('have defaults that serve this machine only', () => {
    expect(read()).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '/checkout/.data',
      reset: false,
      seed: true,
      dev: false,
      now: undefined,
    });
  });

  test('are all taken from the command line', () => {
    expect(
      read('--port', '4010', '--host=0.0.0.0', '--data-dir', 'my data', '--reset', '--no-seed', '--dev', '--now', '2026-11-22T09:00:00Z'),
    ).toEqual({
      port: 4010,
      host: '0.0.0.0',
      dataDir: '/somewhere/my data',
      reset: true,
      seed: false,
      dev: true,
      now: new Date('2026-11-22T09:00:00Z'),
    });
  });

  test('explain themselves on --help', () => {
    for (const name of ['--port', '--host', '--data-dir', '--reset', '--no-seed', '--now', '--dev']) {
      expect(read('--help')).toEqual({ help: expect.stringContaining(name) });
    }
  });

  test.each([
    [['--port', '0'], '--port takes a number from 1 to 65535, and not "0".'],
    [['--port', '70000'], '--port takes a number from 1 to 65535, and not "70000".'],
    [['--port', '4e3'], '--port takes a number from 1 to 65535, and not "4e3".'],
    [['--data-dir', ''], '--data-dir needs a value: npm start -- --help says which.'],
    [['--now', 'tomorrow'], '--now takes a time as in 2026-11-22T09:00:00Z, and not "tomorrow".'],
    [['--now', '2026-11-22T09:00'], '--now takes a time as in 2026-11-22T09:00:00Z, and not "2026-11-22T09:00".'],
    [['--now', '2026-13-40'], '--now takes a time as in 2026-11-22T09:00:00Z, and not "2026-13-40".'],
    [['--prot', '4000'], "Unknown option '--prot': npm start -- --help lists what there is."],
    [['--port'], "Option '--port <value>' argument missing: npm start -- --help lists what there is."],
    [['4000'], expect.stringMatching(/^Unexpected argument '4000'.*: npm start -- --help lists what there is\.$/)],
  ])('refuse %j in one sentence', (argv, sentence) => {
    let message = 'taken';
    try {
      read(...argv);
    } catch (error) {
      message = String(Object(error).message);
    }
    expect(message).toEqual(sentence);
  });
});

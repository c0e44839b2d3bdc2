import { describe, expect, test } from '@jest/globals';
import { endpointOf, readAddress } from './address.ts';

describe('the address of a subgraph', () => {
  test('is a URL with path and query', () => {
    expect(readAddress('https://projects:4001/some/where?tenant=1')).toEqual({
      origin: 'https://projects:4001',
      path: '/some/where?tenant=1',
    });
  });

  test('is a Unix socket, with the path that is asked there', () => {
    const there = { origin: 'http://localhost', socketPath: '/run/projects.sock' };
    for (const address of ['unix:/run/projects.sock', '/run/projects.sock', 'unix:/run/projects.sock:/graphql']) {
      expect(readAddress(address)).toEqual({ ...there, path: '/graphql' });
    }
    expect(readAddress('/run/projects.sock:/api?x=1')).toEqual({ ...there, path: '/api?x=1' });
  });

  test('is below the address of its service', () => {
    expect(readAddress(endpointOf('http://projects:4001'))).toEqual({ origin: 'http://projects:4001', path: '/graphql' });
    expect(readAddress(endpointOf('unix:/run/a.sock'))).toEqual({
      origin: 'http://localhost',
      path: '/graphql',
      socketPath: '/run/a.sock',
    });
  });

  test('is nothing else', () => {
    for (const address of ['', 'projects', 'projects:4001', 'ftp://projects/', 'unix:projects.sock']) {
      expect(() => readAddress(address)).toThrow('is no address of a subgraph');
    }
  });
});

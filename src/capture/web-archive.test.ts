import { expect, it } from 'vitest';
import { readArchiveAddress } from './web-archive.ts';

it.each([
  [
    'https://web.archive.org/web/20230905140312/https://harbour.example/a',
    'https://harbour.example/a',
    '2023-09-05T14:03:12Z',
  ],
  [
    'http://web.archive.org/web/20230905140312id_/http://harbour.example/',
    'http://harbour.example/',
    '2023-09-05T14:03:12Z',
  ],
  ['https://web.archive.org/web/20230905/https:/harbour.example/a?b=1', 'https://harbour.example/a?b=1', '2023-09-05'],
  ['https://web.archive.org/web/2023/harbour.example/a', 'http://harbour.example/a', '2023'],
  [
    'https://web.archive.org/web/202309051403/https://harbour.example/a',
    'https://harbour.example/a',
    '2023-09-05T14:03:00Z',
  ],
  [
    'https://wayback.archive-it.org/1068/20230905140312/https://harbour.example/',
    'https://harbour.example/',
    '2023-09-05T14:03:12Z',
  ],
  [
    'https://arquivo.pt/wayback/20230905140312/https://harbour.example/a',
    'https://harbour.example/a',
    '2023-09-05T14:03:12Z',
  ],
  ['https://archive.ph/20230905140312/https://harbour.example/a', 'https://harbour.example/a', '2023-09-05T14:03:12Z'],
])('%s is a capture of the original at the archive’s time', (address, url, captured) => {
  expect(readArchiveAddress(address)).toEqual({ url, captured });
});

it.each([
  'https://harbour.example/web/20230905140312/https://quay.example/',
  'https://web.archive.org/web/2023*/harbour.example',
  'https://web.archive.org/about/',
  'https://web.archive.org/web/20231399000000/https://harbour.example/',
  'https://archive.ph/AbCdE',
  'not an address',
])('%s is no archive’s capture', (address) => {
  expect(readArchiveAddress(address)).toBeNull();
});

import { describe, expect, it } from '@jest/globals';
import { isJurisdictionKind, jurisdictionOf, liesWithin } from './jurisdiction.js';

const CITY_AND_DISTRICTS = ['/SH/', '/SH/HP/', '/SH/HPX/'];

describe('jurisdiction', () => {
  it('is that of the nearest city or district above', () => {
    expect(jurisdictionOf('/SH/HP/SFJ/', CITY_AND_DISTRICTS)).toBe('/SH/HP/');
    expect(jurisdictionOf('/SH/SFJ/', CITY_AND_DISTRICTS)).toBe('/SH/');
  });

  it('is its own for a district', () => {
    expect(jurisdictionOf('/SH/HPX/', CITY_AND_DISTRICTS)).toBe('/SH/HPX/');
  });

  it('is the whole installation where no node is one', () => {
    expect(jurisdictionOf('/SFJ/', [])).toBe('/');
    expect(jurisdictionOf('/OTHER/', CITY_AND_DISTRICTS)).toBe('/');
  });

  it('does not take a like-named district for its own', () => {
    expect(liesWithin('/SH/HPX/', '/SH/HP/')).toBe(false);
    expect(liesWithin('/SH/HP/', '/SH/HP/')).toBe(true);
  });

  it('is marked by three kinds only', () => {
    expect(['CITY', 'DISTRICT', 'PROVINCE', 'SUBDISTRICT'].filter(isJurisdictionKind)).toEqual([
      'CITY',
      'DISTRICT',
      'PROVINCE',
    ]);
  });
});

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Post = Schemas['PostResponse'];
export type PostKind = Post['kind'];
export type Department = Schemas['DepartmentResponse'];
export type DepartmentDetail = Schemas['DepartmentDetailResponse'];
export type DepartmentKind = Department['kind'];

export const POST_KINDS: readonly PostKind[] = ['LIAISON', 'HEAD', 'CLERK', 'DIRECTOR', 'LEADER'];
export const DEPARTMENT_KINDS: readonly DepartmentKind[] = [
  'PARTY',
  'GOVERNMENT',
  'VERTICAL',
  'SUBDISTRICT',
  'PROVINCE',
  'CITY',
  'DISTRICT',
  'JUDICIAL',
  'PEOPLES_ORGANISATION',
];

/** Who holds which post today, by post code. */
export const postsQuery = (department: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['posts', { department }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 100,
        ...(department === undefined ? {} : { department }),
        ...(pageParam === '' ? {} : { after: pageParam }),
      };
      return take(api.GET('/api/v1/posts', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const departmentsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['departments', { q }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 100,
        ...(q === '' ? {} : { q }),
        ...(pageParam === '' ? {} : { after: pageParam }),
      };
      return take(api.GET('/api/v1/departments', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const departmentQuery = (code: string) =>
  queryOptions({
    queryKey: ['departments', code],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/departments/{code}', { params: { path: { code } }, signal })),
  });

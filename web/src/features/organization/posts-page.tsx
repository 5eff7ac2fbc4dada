import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import { WideTable } from '../../components/wide-table.js';
import { Appoint } from './appoint.js';
import { ImportFile } from './import-file.js';
import './organization.css';
import { postsQuery, type Post } from './organization-queries.js';
import { Vacate } from './vacate.js';

/** Posts that are handed over with a list of what is open. */
const HANDED_OVER: ReadonlySet<string> = new Set(['LIAISON', 'HEAD']);

/** 岗位: who is liaison officer or head of what today; successors are appointed here. */
export function PostsPage(): ReactNode {
  const { t } = useTranslation('organization');
  const [department, setDepartment] = useState<string | undefined>();
  const read = useInfiniteQuery(postsQuery(department));
  const posts = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('posts.title')}
      actions={
        <>
          <ImportFile what="posts" />
          <Appoint label={t('appoint.new')} />
        </>
      }
    >
      <p className="organization-quiet">{t('posts.lead')}</p>
      <section className="panel">
        <div className="organization-filter no-print">
          <DepartmentSelect value={department} onChange={setDepartment} />
        </div>
        <LongList read={read} isEmpty={posts.length === 0} none={t('posts.none')}>
          {posts.length > 0 && <PostTable posts={posts} />}
        </LongList>
      </section>
    </Page>
  );
}

function PostTable({ posts }: { posts: readonly Post[] }): ReactNode {
  const { t } = useTranslation('organization');
  return (
    <WideTable<Post>
      label={t('posts.title')}
      rowKey="code"
      dataSource={[...posts]}
      columns={[
        { title: t('post.code'), dataIndex: 'code' },
        { title: t('post.kind'), render: (_, post) => t(`kind.${post.kind}`) },
        { title: t('post.holder'), dataIndex: 'holder' },
        { title: t('post.email'), render: (_, post) => post.email || t('post.noEmail') },
        { title: t('post.from'), render: (_, post) => <DayText day={post.from} /> },
        { title: t('post.to'), render: (_, post) => <DayText day={post.to} none={t('post.running')} /> },
        {
          title: t('post.deeds'),
          className: 'no-print',
          render: (_, post) => (
            <span className="organization-deeds">
              <Appoint label={t('appoint.next')} post={post} />
              <Vacate post={post} />
              {HANDED_OVER.has(post.kind) && <Link to={`/hand-over/${post.code}`}>{t('post.handOver')}</Link>}
            </span>
          ),
        },
      ]}
    />
  );
}

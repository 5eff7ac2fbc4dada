import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import { WideTable } from '../../components/wide-table.js';
import { DepartmentDrawer } from './department-drawer.js';
import { ImportFile } from './import-file.js';
import './organization.css';
import { departmentsQuery, type Department } from './organization-queries.js';

/** 单位: the register that ledgers are read against; names, aliases and kinds are kept here. */
export function DepartmentsPage(): ReactNode {
  const { t } = useTranslation('organization');
  const [q, setQ] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const read = useInfiniteQuery(departmentsQuery(q));
  const departments = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('departments.title')}
      actions={
        <>
          <ImportFile what="departments" />
          <Button type="primary" onClick={() => setOpened('')}>
            {t('departments.new')}
          </Button>
        </>
      }
    >
      <section className="panel">
        <Input.Search
          className="no-print organization-search"
          data-search
          allowClear
          aria-label={t('departments.search')}
          placeholder={t('departments.search')}
          onSearch={(text) => setQ(text.trim())}
        />
        <LongList read={read} isEmpty={departments.length === 0} none={t('departments.none')}>
          {departments.length > 0 && <DepartmentTable departments={departments} onOpen={setOpened} />}
        </LongList>
      </section>
      {opened !== null && <DepartmentDrawer key={opened} code={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function DepartmentTable({
  departments,
  onOpen,
}: {
  departments: readonly Department[];
  onOpen: (code: string) => void;
}): ReactNode {
  const { t } = useTranslation('organization');
  return (
    <WideTable<Department>
      label={t('departments.title')}
      rowKey="code"
      dataSource={[...departments]}
      columns={[
        { title: t('department.code'), dataIndex: 'code' },
        {
          title: t('department.name'),
          render: (_, department) => (
            <Button type="link" size="small" onClick={() => onOpen(department.code)}>
              {department.name}
            </Button>
          ),
        },
        { title: t('department.shortName'), dataIndex: 'shortName' },
        { title: t('department.kind'), render: (_, department) => t(`departmentKind.${department.kind}`) },
        {
          title: t('department.duties'),
          render: (_, department) => (
            <>
              {department.isEnforcementUnit && <Tag>{t('department.enforcement')}</Tag>}
              {department.isResponsibleDepartment && <Tag>{t('department.responsible')}</Tag>}
              {department.validTo !== null && <Tag>{t('department.until', { day: department.validTo })}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}

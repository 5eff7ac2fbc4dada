import { useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { ifMatch } from '../../../api/headers.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { ConfirmDeed } from '../../../components/confirm-deed.js';
import { FormFault } from '../../../components/form-fault.js';
import { PageState } from '../../../components/page-state.js';
import { Page } from '../../../components/page.js';
import { RobotForm } from './robot-form.js';
import './robots.css';

type Robot = components['schemas']['RobotResponse'];

/** What is read anew after each deed on this page. */
const TOUCHED = [['robots']] as const;

/** 群机器人: which department's group is told, whether it works, and how it is set. */
export function RobotsPage(): ReactNode {
  const { t } = useTranslation('reminders');
  const read = useQuery({
    queryKey: TOUCHED[0],
    queryFn: ({ signal }) => take(api.GET('/api/v1/robots', { signal })),
  });
  const { data } = read;
  return (
    <Page title={t('robots.title')} actions={<RobotForm label={t('robots.add')} />}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <section className="panel">
          <p className="robot-quiet">{t('robots.note')}</p>
          {data.items.length === 0 && <PageState kind="empty" title={t('robots.none')} />}
          <ul className="robot-list">
            {data.items.map((robot) => (
              <Item key={robot.id} robot={robot} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Item({ robot }: { robot: Robot }): ReactNode {
  const { t } = useTranslation('reminders');
  const isOn = robot.state === 'ON';
  return (
    <li>
      <div className="robot-line">
        <strong>{robot.departmentName}</strong>
        <span>{robot.label}</span>
        <Tag color={isOn ? 'green' : 'default'}>{t(isOn ? 'robots.on' : 'robots.off')}</Tag>
        {robot.hasSecret && <Tag>{t('robots.signed')}</Tag>}
      </div>
      <div className="robot-line no-print">
        {isOn && <Try robot={robot} />}
        <RobotForm label={t('robots.changeKey')} robot={robot} />
        <Switch robot={robot} />
      </div>
    </li>
  );
}

function Try({ robot }: { robot: Robot }): ReactNode {
  const { t } = useTranslation('reminders');
  const { message } = App.useApp();
  const attempt = useDeed(
    () => take(api.POST('/api/v1/robots/{id}/test', { params: { path: { id: robot.id } } })),
    {
      onDone: ({ sent, reason }) =>
        void (sent ? message.success(t('robots.taken')) : message.error(t('robots.refused', { reason }))),
    },
  );
  return (
    <>
      <Button size="small" loading={attempt.isPending} onClick={() => attempt.mutate(undefined)}>
        {t('robots.try')}
      </Button>
      <FormFault error={attempt.error} />
    </>
  );
}

function Switch({ robot }: { robot: Robot }): ReactNode {
  const { t } = useTranslation('reminders');
  const state = robot.state === 'ON' ? 'OFF' : 'ON';
  const turn = useDeed(
    () =>
      take(
        api.POST('/api/v1/robots/{id}/switch', {
          params: { path: { id: robot.id } },
          body: { state },
          headers: ifMatch(robot.version),
        }),
      ),
    { touches: TOUCHED },
  );
  const words = state === 'OFF' ? 'robots.turnOff' : 'robots.turnOn';
  return (
    <ConfirmDeed
      label={t(`${words}.label`)}
      title={t(`${words}.title`, { department: robot.departmentName })}
      danger={state === 'OFF'}
      button={{ size: 'small' }}
      onConfirm={() => turn.mutateAsync(undefined)}
    >
      <p>{t(`${words}.text`)}</p>
    </ConfirmDeed>
  );
}

import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';

type Administrator = components['schemas']['FirstAdministratorRequest'];
type Made = components['schemas']['BootstrapResponse'];

const NOBODY: readonly Administrator[] = [
  { duty: 'SYSADMIN', username: '', name: '' },
  { duty: 'SECADMIN', username: '', name: '' },
  { duty: 'AUDITOR', username: '', name: '' },
];

/** The secret and three people. */
export function FirstStartForm({ onMade }: { onMade: (made: Made) => void }): ReactNode {
  const { t } = useTranslation('session');
  const [secret, setSecret] = useState('');
  const [people, setPeople] = useState(NOBODY);
  const begin = useDeed(
    () =>
      take(api.POST('/api/v1/bootstrap', { body: { secret: secret.trim(), administrators: [...people] } })),
    { onDone: onMade },
  );
  const write = (place: number, part: Partial<Administrator>): void =>
    setPeople(people.map((person, at) => (at === place ? { ...person, ...part } : person)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!begin.isPending) begin.mutate(undefined);
      }}
    >
      <FormFault error={begin.error} />
      <TextField
        label={t('firstStart.secret')}
        hint={t('firstStart.secretHint')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        required
        value={secret}
        onText={setSecret}
      />
      {people.map(({ duty, username, name }, place) => (
        <fieldset key={duty} className="first-person">
          <legend>{t(`firstStart.duty.${duty}`)}</legend>
          <p>{t(`firstStart.does.${duty}`)}</p>
          <div className="first-person-fields">
            <TextField
              label={t('firstStart.name')}
              autoComplete="off"
              maxLength={50}
              required
              value={name}
              onText={(text) => write(place, { name: text })}
            />
            <TextField
              label={t('firstStart.username')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              required
              value={username}
              onText={(text) => write(place, { username: text })}
            />
          </div>
        </fieldset>
      ))}
      <Button type="primary" htmlType="submit" size="large" block loading={begin.isPending}>
        {t('firstStart.submit')}
      </Button>
    </form>
  );
}

import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';

/** A write that takes a code: what the form needs of it. */
interface CodeDeed {
  mutate: (code: string, after: { onError: () => void }) => void;
  isPending: boolean;
  error: unknown;
}

/** One code of the authenticator, or one for recovery, and a button. */
export function CodeForm({
  submit,
  deed,
  danger = false,
}: {
  submit: string;
  deed: CodeDeed;
  danger?: boolean;
}): ReactNode {
  const { t } = useTranslation('session');
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!deed.isPending) deed.mutate(code.trim(), { onError: () => setCode('') });
      }}
    >
      <FormFault error={deed.error} />
      <TextField
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        minLength={6}
        maxLength={40}
        required
        value={code}
        onText={setCode}
      />
      <Button
        type={danger ? 'default' : 'primary'}
        danger={danger}
        htmlType="submit"
        loading={deed.isPending}
      >
        {submit}
      </Button>
    </form>
  );
}

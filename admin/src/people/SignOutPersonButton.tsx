import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useNotifyError } from '../shared/useErrorText.js';

/** Ends all sessions of a person, after asking. */
export const SignOutPersonButton = ({ person }: { person: Person }) => {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const notify = useNotify();
  const notifyError = useNotifyError();
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    setAsking(false);
    dataProvider
      .signOutPerson(person.id)
      .then(() => notify('resources.people.signed_out', { messageArgs: { name: person.name } }), notifyError);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{translate('resources.people.sign_out')}</Button>
      <Confirm
        isOpen={isAsking}
        title={translate('resources.people.sign_out')}
        content={translate('resources.people.sign_out_confirm', { name: person.name })}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ApiError, api } from '../api.ts';
import { problemWords } from '../texts/problem-words.ts';
import { usePage } from '../ui/page-context.tsx';

/** Asks for a token where the page is not used from the desk's own machine. */
export function SignIn({ aside }: { aside: React.ReactNode }) {
  const { texts } = usePage();
  const client = useQueryClient();
  const signIn = useMutation({
    meta: { signIn: true },
    mutationFn: ({ token }: { token: string }) => api.signIn(token.trim()),
    onSuccess: (session) => client.setQueryData(['session'], session),
  });
  const refused = signIn.error instanceof ApiError && [400, 401, 403].includes(signIn.error.status);
  return (
    <main className="sign-in">
      <h1>{texts.signIn.title}</h1>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { token: string }) => signIn.mutate(values)}
      >
        <Form.Item
          name="token"
          label={texts.signIn.token}
          extra={texts.signIn.hint}
          rules={[{ required: true, whitespace: true, message: texts.card.required(texts.signIn.token) }]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        {signIn.isError && (
          <Alert type="error" title={refused ? texts.signIn.refused : problemWords(signIn.error, texts)} />
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {texts.signIn.submit}
        </Button>
      </Form>
      {aside}
    </main>
  );
}

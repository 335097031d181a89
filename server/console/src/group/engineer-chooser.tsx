import { Select } from 'antd';
import type { Member } from '../shapes.ts';
import { usePage } from '../ui/page-context.tsx';

/** Says as which engineer one acts in the group. */
export function EngineerChooser({
  me,
  onChoose,
}: {
  me: Member | undefined;
  onChoose: (id: string) => void;
}) {
  const { texts, desk } = usePage();
  const options = (desk?.teams ?? []).map((team) => ({
    label: team.name,
    title: team.name,
    options: team.members.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <div className="i-am">
      <span aria-hidden="true">{texts.group.iAm}</span>
      <Select
        size="small"
        variant="borderless"
        aria-label={texts.group.iAm}
        placeholder={texts.group.chooseEngineer}
        popupMatchSelectWidth={false}
        value={me?.id ?? null}
        options={options}
        onChange={(id) => id && onChoose(id)}
      />
    </div>
  );
}

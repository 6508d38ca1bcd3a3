/** In place of the rows when filter and chips leave none. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import { useServices, useUi } from '../../../services.tsx';

export function NoMatch() {
  const styles = useStyles();
  const { ui } = useServices();
  const filter = useUi((state) => state.filter).trim();
  return (
    <div data-region="table" className={styles.empty}>
      <Text>{filter === '' ? tableTexts.noneInGroup : fillText(tableTexts.noMatch, { filter })}</Text>
      <Button onClick={() => ui.clearFilters()}>{tableTexts.clearFilter}</Button>
    </div>
  );
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexGrow: 1,
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
    overflowWrap: 'anywhere',
    textAlign: 'center',
  },
});

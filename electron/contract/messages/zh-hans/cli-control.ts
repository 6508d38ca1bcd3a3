/** Simplified Chinese of `texts/cli-control.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-control.ts';

export const cliControlTexts: Translated<typeof english.cliControlTexts> = {
  adminFolder: '其组可通过其中的套接字控制此主机的文件夹 (Linux、macOS)',
  viewerFolder: '其组可通过其中的套接字查看此主机但不能更改的文件夹 (Linux、macOS)',
  installViewers: '让组 {group} 也可查看该服务，但不能更改 (Linux)',
  closedService: '注意：这里是你自己的数据文件夹，而不是服务 {name}：此帐户不在其组 {group} 中。',
  silentService: '注意：这里是你自己的数据文件夹：已安装服务 {name}，但它不应答此帐户。',
  whoMayControl: '允许某人控制它：sudo usermod -aG {group} NAME，从其下次登录起生效。',
  whoMayLook: '允许某人查看它：sudo usermod -aG {group} NAME，从其下次登录起生效。',
  fromMemory: '来自主机的内存，其中保留每个连接的最近记录。',
  logFromMemory: '来自主机的内存：自启动以来的最后几行。',
  noLines: '主机的内存中没有这样的行。',
  asViewer: '{host}（以查看者身份）',
};

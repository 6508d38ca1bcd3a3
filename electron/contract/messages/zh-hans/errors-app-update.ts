/** Simplified Chinese of `texts/errors-app-update.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-app-update.ts';

export const appUpdateErrorTexts: Translated<typeof english.appUpdateErrorTexts> = {
  HCM5115: {
    title: ['未能下载版本 {version}', '未能下载新版本'],
    cause: ['{reason}', '更新源的服务器拒绝了请求，或连接中断。'],
    next: '没有任何更改。检查通往更新源的网络，然后重新下载。',
    reasons: {
      stalled: '一分钟内没有收到任何数据。',
      status: '更新源的服务器拒绝提供此文件。',
      network: '与更新源服务器的连接失败，或此处不信任其证书。',
      overtaken: '更新源现在提供的是另一个版本，主机尚不知道。',
      withdrawn: '所设置的更新源和频道不再提供此版本。',
    },
  },
  HCM5116: {
    title: ['版本 {version} 的文件与签名不符', '下载的文件与签名不符'],
    cause: '其校验和与已签名更新源中的不同：文件在途中损坏或被替换。',
    next: '没有安装任何内容，该文件已删除。重新下载，或告知更新源的管理者。',
  },
  HCM5117: {
    title: ['未能安装版本 {version}', '未能安装新版本'],
    cause: ['{reason}', '系统拒绝了安装，或无人允许安装。'],
    next: '继续使用之前的版本。重试，并在系统询问时允许安装。',
    reasons: {
      refused: '系统的安装程序拒绝了安装，或无人允许安装。',
      unknown: '应用已重新启动，但仍是之前的版本。',
    },
  },
  HCM5118: {
    title: ['版本 {version} 没有适用于此计算机的安装包', '没有适用于此计算机的安装包'],
    cause: '更新源未列出适用于此系统、处理器和安装包类型的文件。',
    next: '联系更新源的管理者，或手动安装新版本。',
  },
  HCM5119: {
    title: ['无法恢复版本 {version}', '无法恢复之前的版本'],
    cause: '此处不再保留其安装包，安装包已被更改，或没有此版本接受的签名。',
    next: '手动安装该版本的安装包。',
  },
};

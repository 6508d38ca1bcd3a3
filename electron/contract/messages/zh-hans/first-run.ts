/** Simplified Chinese of `texts/first-run.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/first-run.ts';

export const firstRunTexts: Translated<typeof english.firstRunTexts> = {
  drawing: '从你的应用经 Azure Relay 和此主机到你的服务',
  app: '你的应用',
  relay: 'Azure Relay',
  host: '此主机',
  service: '你的服务',
  title: '将专用服务连接到 Azure',
  text: '混合连接让 Azure 中的应用可以访问你网络中的一个主机和端口。此主机只通过端口 443 向外连接；不会打开任何防火墙端口。',
  enterManually: '手动输入',
  enterManuallyHint: '粘贴他人发给你的网关连接字符串。',
  configure: '登录并选择',
  configureHint: '登录 Azure，并勾选订阅中的混合连接。',
  import: '从其他 Hybrid Connection Manager 导入连接',
  tryIt: '使用本地中继试用',
  tryItHint: '此计算机上的练习中继。不需要 Azure 帐户。',
};

export const demoDialogTexts: Translated<typeof english.demoDialogTexts> = {
  title: '使用本地中继试用',
  intro: '一切都在此计算机上运行：代替 Azure 的中继、专用 Web 服务，以及向它发出请求的应用。',
  steps: '步骤',
  endPractice: '结束练习',
  ending: '正在结束…',
  tryAgain: '重试',
  ended: '练习已结束。',
  url: '地址',
  tryUrl: '在浏览器中打开此地址，或用 curl 请求它。每个请求都会走完整个路径。',
  goesOn: '它会一直运行，直到结束练习或退出此应用。',
};

export const demoStepTexts: Translated<typeof english.demoStepTexts> = {
  relay: {
    todo: '启动代替 Azure 的中继',
    done: ['本地中继正在 localhost:{port} 上侦听。它代替 Azure。', '本地中继正在运行。它代替 Azure。'],
  },
  service: {
    todo: '启动专用 Web 服务',
    done: [
      '专用 Web 服务正在 {endpoint} 上运行。只有此计算机可以访问它。',
      '专用 Web 服务正在运行。只有此计算机可以访问它。',
    ],
  },
  added: {
    todo: '将其网关连接字符串添加到此主机',
    done: ['已将其网关连接字符串添加到此主机，名称为 {name}。', '已将其网关连接字符串添加到此主机。'],
  },
  connected: {
    todo: '将此主机连接到中继',
    done: ['{name}：{status}，终结点{endpointStatus}。', '此主机已连接，终结点有应答。'],
  },
  sender: {
    todo: '启动发送方（应用端）',
    done: ['发送方（应用端）正在 127.0.0.1:{port} 上侦听。', '发送方（应用端）已就绪。'],
  },
  answered: {
    todo: '发送一个走完整个路径的请求',
    done: [
      '一个请求已完成往返：发送方 → 中继 → 主机 → 服务（{status}，{time}）。',
      '一个请求已完成往返：发送方 → 中继 → 主机 → 服务。',
    ],
  },
};

export const demoStepStateTexts: Translated<typeof english.demoStepStateTexts> = {
  done: '已完成',
  running: '进行中',
  waiting: '待执行',
  stuck: '未完成',
};

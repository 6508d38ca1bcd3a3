/** Simplified Chinese of `texts/errors-host.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-host.ts';

export const hostErrorTexts: Translated<typeof english.hostErrorTexts> = {
  HCM4001: {
    title: ['无法读取 {file}，已将其隔离', '无法读取文件，已将其隔离'],
    cause: '文件已损坏；未更改其中的任何内容。',
    next: '检查内容是否齐全，并补上缺少的内容。',
  },
  HCM4002: {
    title: ['{file} 来自更高的版本', '这些文件来自更高的版本'],
    cause: '此版本可以显示其中的内容，但不能更改。',
    next: '使用更高的版本。',
  },
  HCM4003: {
    title: '磁盘已满',
    cause: ['无法保存 {file}；连接继续运行。', '无法保存任何内容；连接继续运行。'],
    next: '释放一些空间，然后重复未保存的操作。',
  },
  HCM4004: {
    title: ['没有 {file} 的权限', '没有数据文件夹的权限'],
    cause: '此帐户无权读取或更改它。',
    next: '使用其所有者帐户，或授予此帐户权限。',
  },
  HCM4005: {
    title: ['无法保存 {file}', '无法保存文件'],
    cause: ['原因：{reason}。', '系统未说明原因。'],
    next: '检查数据文件夹所在的磁盘。',
  },
  HCM4010: {
    title: '无法在此读取存储的密钥',
    cause: '它由另一个帐户存储，或存储于另一台计算机。',
    next: '重新粘贴密钥。',
  },
  HCM4011: {
    title: '无法使用密钥文件',
    cause: ['{file}：{reason}。', '文件已损坏，或此帐户无权读取。'],
    next: '从备份还原该文件，或重新粘贴密钥。',
  },

  HCM5001: {
    title: '没有主机在运行',
    cause: ['{shared} 中没有主机应答。', '没有程序运行此数据文件夹的连接。'],
    next: '启动 Hybrid Connection Manager。',
  },
  HCM5002: {
    title: '已有另一个主机在运行',
    cause: ['它运行 {folder} 的连接。', '它运行此数据文件夹的连接。'],
    next: '先停止它，或为此主机指定单独的数据文件夹 (HCM_HOME)。',
  },
  HCM5003: {
    title: '正在运行的主机版本不同',
    cause: '它与此程序已无法相互通信。',
    next: '停止主机，然后以此版本重新启动。',
  },
  HCM5004: {
    title: '主机拒绝了此程序',
    cause: [
      '只有 {shared} 的组可以使用它，而此帐户不在该组中。',
      '此帐户无法读取数据文件夹，因此无法证明有权使用该主机。',
    ],
    next: ['将此帐户添加到 {shared} 的组，然后重新登录。', '使用运行该主机的帐户。'],
  },
  HCM5005: {
    title: '主机没有应答',
    cause: '它已结束或过载。',
    next: '重试。如果仍无效，重新启动主机。',
  },
  HCM5006: {
    title: '主机无法识别该请求',
    cause: '它与此程序的版本可能不同。',
    next: '停止主机，然后以此版本重新启动。',
  },
  HCM5007: {
    title: '其他程序无法访问主机',
    cause: ['{reason}', '无法创建其控制套接字：{errno}。', '无法创建其控制套接字。'],
    next: [
      '重新创建 {shared}：install -d -m 2750 -o USER -g GROUP {shared}，其中 USER 为主机的帐户。',
      '检查数据文件夹的权限。',
    ],
    reasons: {
      'open-to-others': '其控制套接字所在的文件夹对其他用户开放。',
      'of-another-user': '其控制套接字所在的文件夹属于另一个用户。',
      'not-a-folder': '其控制套接字应在的位置有其他内容。',
      'shared-missing': '没有文件夹 {shared}。',
      'shared-no-folder': '{shared} 不是文件夹，或是指向文件夹的链接。',
      'shared-of-another': '{shared} 既不属于主机的帐户，也不属于 root。',
      'shared-writable': '除所有者外，其他人也可以写入 {shared}。',
      'shared-open': '{shared} 对所有人开放，而不是仅对其组开放。',
      'shared-group': '{shared} 所属的组不包含主机的帐户。',
      'shared-in-use': '另一个主机已在使用 {shared}。',
      'shared-data-folder': '{shared} 是数据文件夹，仅供主机使用。',
      'shared-too-long': '路径 {shared} 对套接字来说过长。',
      'shared-on-windows': '供其他人使用的文件夹仅适用于 Linux 和 macOS。',
    },
  },

  HCM5008: {
    title: '你可以查看此主机，但不能更改',
    cause: '此帐户是其查看者之一。',
    next: '联系该主机的管理员，或将此帐户添加到可以控制它的组。',
  },
  HCM5030: {
    title: ['监视无法侦听：{host} 的端口 {port} 已被占用', '监视无法侦听：其端口已被占用'],
    cause: '此主机上的另一个程序正在该端口上侦听，可能是另一个连接主机。',
    next: '为监视选择其他端口。',
  },
  HCM5031: {
    title: ['{host} 上的监视会对网络开放', '监视会对网络开放'],
    cause: '监视没有登录也没有加密：任何能访问它的人都能读取所有连接的名称和数据。',
    next: '使用地址 127.0.0.1。',
  },
  HCM5032: {
    title: ['监视无法在 {host} 的端口 {port} 上侦听', '监视无法侦听'],
    cause: [
      '系统返回 {errno}：该地址不属于此主机，或此帐户无权在该处侦听。',
      '该地址不属于此主机，或此帐户无权在该处侦听。',
    ],
    next: '选择此主机的地址和大于 1023 的端口。',
  },
  HCM5040: {
    title: '此应用无法在登录时自动启动',
    cause: '它未安装在此计算机上，或此系统不支持。',
    next: '用安装包安装应用，然后重新打开此设置。',
  },
  HCM5020: {
    title: '需要管理员权限',
    cause: '服务属于整台计算机。',
    next: ['改为运行 {name}。', '以管理员身份重新运行。'],
  },
  HCM5021: {
    title: ['{name} 未成功', '此计算机上的一个程序未成功'],
    cause: ['程序的答复：{reason}。', '未说明原因。'],
    next: '排除原因，然后重新运行同一命令；已完成的步骤会再次执行。',
  },
  HCM5022: {
    title: ['{file} 属于其他人', '存在其他人的文件'],
    cause: '它不是由 hcm service install 写入的，因此不会更改或删除。',
    next: '将其移走，然后重新运行同一命令。',
  },
  HCM5023: {
    title: ['服务无法访问 {file}', '服务无法访问此程序'],
    cause: '它位于用户文件夹或临时文件夹中，服务无法访问此类文件夹。',
    next: '为所有用户安装 Node 和 hcm（例如安装在 /opt 下），并使用该 hcm。',
  },
  HCM5024: {
    title: ['此处没有 {name}', '此处没有已知的服务管理器'],
    cause: '服务由 systemd、launchd 或 Windows 管理；它们均没有应答。',
    next: '让此处负责保持程序运行的工具启动 hcm run。',
  },
  HCM5025: {
    title: ['未安装 {name}', '未安装该服务'],
    cause: '此计算机上没有该服务。',
    next: '用 hcm service install 安装。',
  },
  HCM5026: {
    title: ['{file} 不存在', '服务包装程序不存在'],
    cause: 'Windows 通过 WinSW 启动主机，它以该名称与其配置放在一起。',
    next: '将 WinSW 以该名称放在该处，然后重新运行同一命令。',
  },

  HCM7001: {
    title: ['端口 {port} 已被占用', '本地端口已被占用'],
    cause: '此主机上的另一个程序正在该端口上侦听。',
    next: '选择其他端口。',
  },
  HCM7002: {
    title: ['不允许使用端口 {port}', '不允许使用该本地端口'],
    cause: '此帐户无权在该处侦听，或该地址不属于此主机。',
    next: '选择大于 1023 的端口和此主机的地址。',
  },
  HCM7003: {
    title: '无法使用本地中继的证书文件',
    cause: ['{folder}：{reason}。', '文件已损坏，或此帐户无权读取。'],
    next: '删除该文件夹；本地中继会创建新文件。',
  },
  HCM7010: {
    title: '没有主机侦听',
    cause: ['没有主机连接了 {name}。', '没有主机连接了此混合连接。'],
    next: '启动具有此连接的主机，然后重新连接。',
  },
  HCM7011: {
    title: '会话被拒绝',
    cause: ['另一端的答复：{reason}。', '另一端的中继或主机不接受它。'],
    next: '查看主机上的该连接，然后重新连接。',
  },

  HCM9001: {
    title: '此程序的故障',
    cause: ['错误类型为 {reason}。', '没有更多信息。'],
    next: '附上日志报告此问题。',
  },
};

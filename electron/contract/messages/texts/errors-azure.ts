/** English texts for HCM6001 to HCM6079: signing in with Azure, and what Azure Resource Manager refuses. */
import type { ErrorText } from '../error-text.ts';

const signInAgain = 'Sign in again.';
const tryLater = 'Try again in a while.';
const askAdministrator = 'Ask an administrator of the organization.';

export const azureErrorTexts = {
  HCM6001: {
    title: 'Nobody is signed in with Azure',
    cause: 'Subscriptions can be read only by an account of Azure.',
    next: 'Sign in with Azure.',
  },
  HCM6002: {
    title: 'The sign-in was cancelled',
    cause: 'It was broken off here, or declined in the browser.',
    next: 'Sign in again when you are ready.',
  },
  HCM6003: {
    title: 'The sign-in took too long',
    cause: 'Nobody finished it in the browser while the code was good.',
    next: signInAgain,
  },
  HCM6004: {
    title: ['Azure wants {name} to sign in again', 'Azure wants a new sign-in'],
    cause: 'The last one has run out, was revoked, or isn’t enough for what was asked.',
    next: signInAgain,
  },
  HCM6005: {
    title: ['Azure refused the sign-in: {aadsts}', 'Azure refused the sign-in'],
    cause: ['It says {reason}.', 'It doesn’t say why.'],
    next: 'Look up the code, or ask an administrator of the organization with the correlation id.',
  },
  HCM6006: {
    title: [
      'The organization doesn’t allow this sign-in: {aadsts}',
      'The organization doesn’t allow this sign-in',
    ],
    cause: 'Its policies block it, or an administrator has to consent to the app first.',
    next: askAdministrator,
  },
  HCM6007: {
    title: ['Azure refused the secret or certificate of {name}', 'Azure refused the secret or certificate'],
    cause: 'It is wrong, has expired, or belongs to another app.',
    next: 'Make a new one in the app registration, and sign in with it.',
  },
  HCM6008: {
    title: ['The tenant {tenant} isn’t known', 'The tenant isn’t known'],
    cause: 'It is spelled wrong, or belongs to another cloud.',
    next: 'Give the tenant’s GUID or one of its domains, and the right cloud.',
  },
  HCM6009: {
    title: 'This computer has no managed identity that could be used',
    cause: 'It doesn’t run in Azure and isn’t connected by Azure Arc, or the identity isn’t assigned to it.',
    next: 'Assign an identity to it in Azure, or sign in in another way.',
  },
  HCM6010: {
    title: ['The custom cloud lacks the setting {setting}', 'The custom cloud lacks a setting'],
    cause: 'It needs the addresses of its sign-in, of Azure Resource Manager and of its relays.',
    next: 'Set azureAuthority, azureArm and azureRelaySuffix.',
  },
  HCM6011: {
    title: 'The browser’s answer can’t be received',
    cause: [
      'No port of this computer could be opened for it: {reason}.',
      'No port of this computer could be opened for it.',
    ],
    next: 'Sign in with a device code.',
  },
  HCM6012: {
    title: 'The certificate can’t be used to sign in',
    cause: ['{reason}', 'It can’t be read.'],
    next: 'Give one PEM file with the certificate and its private key.',
    reasons: {
      certificate: 'It holds no certificate.',
      key: 'It holds no private key, or one with a passphrase.',
      rsa: 'Its key isn’t an RSA key, and Azure takes no other.',
      pair: 'Certificate and private key don’t belong together.',
    },
  },
  HCM6013: {
    title: ['{host} can’t be reached', 'Azure can’t be reached'],
    cause: ['The network says {reason}.', 'The network of this host, or a firewall, is in the way.'],
    next: [
      'Allow outbound TLS to {host}, or set the proxy.',
      'Check the network and the proxy of this host.',
    ],
  },
  HCM6014: {
    title: 'This account isn’t signed in here',
    cause: 'Somebody signed it out.',
    next: signInAgain,
  },
  HCM6015: {
    title: ['What {host} answers can’t be read', 'What Azure’s sign-in answers can’t be read'],
    cause: 'Something on the way may answer in its place, or the address of the custom cloud is wrong.',
    next: 'Check proxies on the way, and the settings of the cloud.',
  },
  HCM6016: {
    title: ['The app {name} can’t be used to sign in: {aadsts}', 'The app can’t be used to sign in'],
    cause: 'The tenant doesn’t know it, or it isn’t registered for this way to sign in.',
    next: 'Check the setting azureClientId, or the app registration.',
  },
  HCM6017: {
    title: 'A service principal needs more to sign in',
    cause: ['{reason}', 'Something is missing.'],
    next: 'Give its tenant, its client id, and either a secret or a certificate.',
    reasons: {
      tenant: 'Its tenant isn’t given.',
      clientId: 'Its client id isn’t given.',
      secret: 'Neither a secret nor a certificate is given, or both are.',
    },
  },
  HCM6018: {
    title: 'This sign-in or search is over',
    cause: 'It was ended, or nobody asked for it for a while.',
    next: 'Begin it again.',
  },
  HCM6019: {
    title: 'Too many sign-ins or searches at once',
    cause: 'Those before aren’t finished.',
    next: tryLater,
  },
  HCM6020: {
    title: 'Azure Resource Manager refused the token',
    cause: ['It says {reason}.', 'The account may have lost its access.'],
    next: signInAgain,
  },
  HCM6021: {
    title: ['{action} isn’t permitted', 'This isn’t permitted in Azure'],
    cause: ['The account lacks this permission on {scope}.', 'The account lacks the permission.'],
    next: [
      'Ask an owner for a role with {keyAction}, such as Contributor, or for a connection string of a Listen rule.',
      'Ask an owner for a role with {action}, such as Contributor.',
      'Ask an owner for a role that may do it, such as Contributor.',
    ],
  },
  HCM6022: {
    title: ['The subscription {name} isn’t there', 'The subscription isn’t there'],
    cause: 'It is spelled wrong, or no account that is signed in may see it.',
    next: 'Check the name or id, or sign in with the account that may see it.',
  },
  HCM6023: {
    title: ['{name} isn’t there', 'What was asked for isn’t there'],
    cause: 'Its name, namespace or resource group is spelled wrong, or it was deleted.',
    next: 'Check the names in the portal.',
  },
  HCM6024: {
    title: 'Azure has too many requests',
    cause: ['It asks to wait {seconds} s.', 'It asks to wait.'],
    next: tryLater,
  },
  HCM6025: {
    title: ['Azure Resource Manager has trouble: status {status}', 'Azure Resource Manager has trouble'],
    cause: ['It says {reason}.', 'It couldn’t answer.'],
    next: tryLater,
  },
  HCM6026: {
    title: 'The answer of Azure Resource Manager can’t be read',
    cause: ['{reason}', 'Something on the way may answer in its place.'],
    next: 'Check proxies on the way, and the settings of the cloud.',
    reasons: {
      json: 'It isn’t JSON: a proxy may answer in its place.',
      shape: 'It isn’t as it is documented.',
      link: 'It goes on at another host, and that is never followed.',
      size: 'It is too large.',
      pages: 'It doesn’t end.',
    },
  },
  HCM6027: {
    title: ['Azure refused: {reason}', 'Azure refused'],
    cause: ['It says: {said}.', 'It answered with status {status}.', 'It doesn’t say why.'],
    next: 'Look up the code, or ask Azure’s support with the correlation id.',
  },
  HCM6029: {
    title: 'The subscription is disabled',
    cause: 'Azure answers only reads until it is paid or enabled again.',
    next: 'Enable the subscription in the portal.',
  },
  HCM6030: {
    title: ['Several subscriptions are called {name}', 'Several subscriptions have this name'],
    cause: 'A name alone doesn’t tell them apart.',
    next: 'Give the subscription’s id.',
  },
  HCM6031: {
    title: 'Not all apps were looked through',
    cause: 'The subscription has more App Service plans than are asked, or Azure took too long to answer.',
    next: 'Look in the portal where an app’s name matters.',
  },
  HCM6040: {
    title: ['{name} has no rule with the right Listen', 'There is no rule with the right Listen'],
    cause: 'Neither the Hybrid Connection nor its namespace has one.',
    next: [
      'Make a rule with the right Listen on {name} in {namespace}, such as defaultListener.',
      'Make a rule with the right Listen on the Hybrid Connection.',
    ],
  },
  HCM6041: {
    title: [
      'Only RootManageSharedAccessKey may listen on {name}',
      'Only RootManageSharedAccessKey may listen',
    ],
    cause: 'Its key may do everything in the namespace, which is more than this host needs.',
    next: [
      'Make a rule with the right Listen on {name} in {namespace}, or say that the root key may be used.',
      'Make a rule with the right Listen, or say that the root key may be used.',
    ],
  },
  HCM6042: {
    title: ['{name} doesn’t require client authorization', 'It doesn’t require client authorization'],
    cause: 'App Service doesn’t use such a Hybrid Connection, and this can’t be changed in Azure afterwards.',
    next: 'Create it anew with client authorization, or add it by its connection string.',
  },
  HCM6043: {
    title: [
      '{name} has no endpoint in Azure that can be read',
      'It has no endpoint in Azure that can be read',
    ],
    cause: 'Its metadata lacks the entry “endpoint” with host:port.',
    next: 'Set the endpoint in its metadata, or give one by hand.',
  },
  HCM6044: {
    title: ['{host} isn’t a relay of this cloud', 'The namespace isn’t of this cloud'],
    cause: 'Azure names a host for the namespace that doesn’t belong to the cloud.',
    next: 'Check the settings of the cloud.',
  },
  HCM6050: {
    title: ['{name} was found in no subscription', 'It was found in no subscription'],
    cause: [
      'None of these accounts sees the namespace {host}: {candidates}.',
      'No account that is signed in sees its namespace.',
    ],
    next: 'Sign in with an account that may see it, with the role Reader at least.',
  },
  HCM6051: {
    title: ['{name} isn’t in Azure', 'This connection isn’t in Azure'],
    cause: ['{reason}', 'No cloud of Azure has it.'],
    next: 'Choose a connection of an Azure Relay namespace.',
    reasons: {
      biztalk: 'It is a BizTalk Hybrid Connection, which Azure has retired.',
      practice: 'It belongs to the practice relay of this computer.',
      host: 'No cloud of Azure has relays at its host. For a cloud of your own, set azureRelaySuffix.',
    },
  },
  HCM6052: {
    title: ['The rule {rule} of {name} is gone in Azure', 'The rule of its key is gone in Azure'],
    cause: 'Neither the Hybrid Connection nor its namespace has it any more.',
    next: 'Sync the keys: that takes those of another rule with the right Listen.',
  },
  HCM6053: {
    title: ['{name} listens without a key', 'This connection listens without a key'],
    cause: 'It signs in with an account of Azure, so there is no key to fetch, rotate or hand out.',
    next: 'Nothing has to be done.',
  },
  HCM6054: {
    title: ['Keys of {namespace} are being rotated', 'Keys are being rotated'],
    cause: 'Connections of a namespace can share a rule, so its keys are changed one after another.',
    next: 'Try again when the rotation is done.',
  },
  HCM6060: {
    title: ['This isn’t the name of {name}', 'This isn’t its name'],
    cause: 'Deleting in Azure can’t be undone, so the name has to be typed exactly as it is.',
    next: ['Type {name}, or cancel.', 'Type its name, or cancel.'],
  },
  HCM6061: {
    title: ['{namespace} has a Hybrid Connection {name} already', 'There is one with this name already'],
    cause: 'Another one is never overwritten.',
    next: 'Choose another name, or add the one that is there.',
  },
  HCM6062: {
    title: ['{name} can’t be used here', 'This name can’t be used'],
    cause: ['{reason}', 'Azure doesn’t take it.'],
    next: 'Choose another one.',
    reasons: {
      connection:
        'Names of Hybrid Connections have up to 260 letters, digits, dots, hyphens, underscores and slashes, with a letter or digit at both ends.',
      namespace:
        'Names of namespaces have 6 to 50 letters, digits and hyphens, begin with a letter and end with a letter or digit.',
      group:
        'Names of resource groups have up to 90 letters, digits, dots, hyphens, underscores and brackets, and no dot at their end.',
      slash: 'A name with “/” can’t be made from here.',
      region: 'A region is needed for what is made.',
      app: 'It isn’t the resource id of a web app or function app.',
      taken: 'A namespace has this name already. Such names are unique in the whole cloud.',
      NamespaceUnavailable: 'A namespace has this name already. Such names are unique in the whole cloud.',
    },
  },
  HCM6063: {
    title: ['A limit of Azure is reached: {reason}', 'A limit of Azure is reached'],
    cause: ['Azure says: {said}.', 'The subscription or the namespace holds no more of it.'],
    next: 'Delete what isn’t needed any more, or ask Azure’s support for a higher limit.',
  },
  HCM6064: {
    title: ['{name} can’t use one more Hybrid Connection', 'The app can’t use one more Hybrid Connection'],
    cause: ['{reason}', 'Its App Service plan doesn’t allow it.'],
    next: [
      'Choose another app, or another pricing tier for the plan {plan} in the portal.',
      'Choose another app, or another pricing tier for its plan in the portal.',
    ],
    reasons: {
      planTier: 'The pricing tier of its App Service plan has no Hybrid Connections: Basic is the first.',
      planFull: 'Its App Service plan has as many as its pricing tier allows.',
    },
  },
  HCM6065: {
    title: ['The metadata of {name} can’t be changed', 'Its metadata can’t be changed'],
    cause: ['{reason}', 'Azure wouldn’t keep it.'],
    next: 'Set the metadata in Azure, where the whole of it can be seen.',
    reasons: {
      unreadable: 'It isn’t a list of keys and values, so somebody else may need it as it is.',
      long: 'With this endpoint it would be longer than the 1,024 characters that Azure keeps.',
    },
  },
  HCM6066: {
    title: ['Something else is under way with {name} in Azure', 'Something else is under way in Azure'],
    cause: ['{reason}', 'Azure says: {said}.', 'It can’t be changed in its present state.'],
    next: 'Look in the portal, and try again in a while.',
    reasons: { slow: 'It isn’t done after 10 minutes.' },
  },
  HCM6067: {
    title: ['A policy of the organization forbids it for {name}', 'A policy of the organization forbids it'],
    cause: ['Azure says: {said}.', 'Azure Policy refuses such a resource.'],
    next: 'Choose what the policy allows, such as another region, or ask whoever looks after it.',
  },
  HCM6068: {
    title: ['{name} is locked in Azure', 'It is locked in Azure'],
    cause: 'A lock on it, its resource group or its subscription forbids this.',
    next: 'Have the lock taken off under Locks in the portal, and try again.',
  },
  HCM6069: {
    title: 'The subscription isn’t registered for this kind of resource',
    cause: ['Azure says: {said}.', 'Its resource provider has to be registered once.'],
    next: 'Register Microsoft.Relay under Resource providers of the subscription (az provider register -n Microsoft.Relay).',
  },
  HCM6070: {
    title: [
      '{account} lacks the role Azure Relay Listener on {name}',
      'The account lacks the role Azure Relay Listener',
    ],
    cause: 'It isn’t assigned, or was taken away; a new assignment takes up to 5 minutes to count.',
    next: [
      'Ask an owner to assign it to {account} on {scope}. This host tries again by itself.',
      'Ask an owner to assign it on the Hybrid Connection. This host tries again by itself.',
    ],
  },
  HCM6071: {
    title: ['Azure doesn’t take the token of {account} for {name}', 'Azure doesn’t take the account’s token'],
    cause: ['It says {reason}.', 'The namespace may belong to another tenant, or take keys only.'],
    next: 'Check that the account belongs to the tenant of the namespace, or give the connection a key.',
  },
  HCM6072: {
    title: 'Relays of this cloud take keys only',
    cause: 'Its operator doesn’t offer Entra roles for relays.',
    next: 'Add the Hybrid Connection with its key.',
  },
  HCM6073: {
    title: ['{account} is needed by {names}', 'Connections listen with this account'],
    cause: 'Without its tokens they would lose their way to Azure within the hour.',
    next: 'Give these connections a key, or remove them; then sign out.',
  },
  HCM6080: {
    title: ['The portal of the cloud of {name} isn’t known', 'The portal of this cloud isn’t known'],
    cause: 'A custom cloud has a portal of its own, and no setting names it.',
    next: 'Open the portal of your cloud in a browser, and look for it there.',
  },
} as const satisfies Record<string, ErrorText>;

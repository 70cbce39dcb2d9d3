<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>No tunnel is set up.</source>
        <translation>Nenhum túnel está configurado.</translation>
    </message>
    <message>
        <source>Without one the webhook is reached only where something else leads here.</source>
        <translation>Sem ele, o webhook só é alcançado se alguma outra coisa levar até aqui.</translation>
    </message>
    <message>
        <source>The tunnel is starting.</source>
        <translation>O túnel está iniciando.</translation>
    </message>
    <message>
        <source>The public address leads to this program.</source>
        <translation>O endereço público leva a este programa.</translation>
    </message>
    <message>
        <source>The tunnel runs, and its way was not tested.</source>
        <translation>O túnel funciona, mas o caminho não foi testado.</translation>
    </message>
    <message>
        <source>Store the webhook secret of an account: with it the program can ask the public address for itself.</source>
        <translation>Guarde o segredo do webhook de uma conta: com ele o programa pode perguntar por si mesmo no endereço público.</translation>
    </message>
    <message>
        <source>The program of the tunnel is not on this computer.</source>
        <translation>O programa do túnel não está neste computador.</translation>
    </message>
    <message>
        <source>Get it from {source}. The tunnel starts by itself then.</source>
        <translation>Baixe-o de {source}. Depois o túnel inicia sozinho.</translation>
    </message>
    <message>
        <source>The token of the tunnel is missing.</source>
        <translation>Falta o token do túnel.</translation>
    </message>
    <message>
        <source>Copy it from the page of the tunnel at Cloudflare and store it as the tunnel&apos;s token.</source>
        <translation>Copie-o da página do túnel na Cloudflare e guarde-o como token do túnel.</translation>
    </message>
    <message>
        <source>The tunnel ended.</source>
        <translation>O túnel terminou.</translation>
    </message>
    <message>
        <source>It is started again by itself. Orders are read from the platform&apos;s list meanwhile.</source>
        <translation>Ele é reiniciado sozinho. Enquanto isso, os pedidos são lidos da lista da plataforma.</translation>
    </message>
    <message>
        <source>The tunnel ends again and again.</source>
        <translation>O túnel cai repetidamente.</translation>
    </message>
    <message>
        <source>Look at what it says below, at the internet line, and whether it is in use on another computer.</source>
        <translation>Veja o que ele diz abaixo, a linha da internet e se ele está em uso em outro computador.</translation>
    </message>
    <message>
        <source>The tunnel runs, and its public address is not known.</source>
        <translation>O túnel funciona, mas o endereço público não é conhecido.</translation>
    </message>
    <message>
        <source>Enter the public address in the settings of the tunnel.</source>
        <translation>Informe o endereço público nas configurações do túnel.</translation>
    </message>
    <message>
        <source>The tunnel&apos;s sign-in was refused.</source>
        <translation>O acesso do túnel foi recusado.</translation>
    </message>
    <message>
        <source>Check the token of the tunnel; with ssh the user and the key.</source>
        <translation>Confira o token do túnel; com ssh, o usuário e a chave.</translation>
    </message>
    <message>
        <source>The service of the tunnel gives no more tunnels at the moment.</source>
        <translation>O serviço do túnel não dá mais túneis no momento.</translation>
    </message>
    <message>
        <source>It is tried again by itself. A tunnel with an account of yours has no such limit.</source>
        <translation>É tentado de novo sozinho. Um túnel com conta própria não tem esse limite.</translation>
    </message>
    <message>
        <source>The tunnel is in use elsewhere.</source>
        <translation>O túnel está em uso em outro lugar.</translation>
    </message>
    <message>
        <source>End it on the other computer, or give this one a token or an address of its own.</source>
        <translation>Encerre-o no outro computador, ou dê a este um token ou endereço próprio.</translation>
    </message>
    <message>
        <source>The key of the server is not known on this computer.</source>
        <translation>A chave do servidor não é conhecida neste computador.</translation>
    </message>
    <message>
        <source>Connect to the server with ssh by hand once, compare its key, and answer yes.</source>
        <translation>Conecte-se uma vez ao servidor com ssh à mão, compare a chave e responda yes.</translation>
    </message>
    <message>
        <source>The server has another key than before.</source>
        <translation>O servidor tem outra chave que antes.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server. If the change is right, take the old key out with ssh-keygen -R.</source>
        <translation>Pergunte a quem cuida do servidor. Se a mudança estiver certa, retire a chave antiga com ssh-keygen -R.</translation>
    </message>
    <message>
        <source>The server does not let the tunnel listen.</source>
        <translation>O servidor não deixa o túnel escutar.</translation>
    </message>
    <message>
        <source>The port may still be taken by the connection before, which ends after a while; else choose another port, or have the server allow it.</source>
        <translation>A porta ainda pode estar ocupada pela conexão anterior, que termina daqui a pouco; senão, escolha outra porta ou peça que o servidor a permita.</translation>
    </message>
    <message>
        <source>The server of the tunnel is not reached.</source>
        <translation>O servidor do túnel não é alcançado.</translation>
    </message>
    <message>
        <source>Check the internet line, the name of the server and its port.</source>
        <translation>Confira a linha da internet, o nome do servidor e a porta.</translation>
    </message>
    <message>
        <source>At Cloudflare the tunnel leads to another place.</source>
        <translation>Na Cloudflare o túnel leva a outro lugar.</translation>
    </message>
    <message>
        <source>On the page of the tunnel at Cloudflare set the service of the public name to http://{listener}.</source>
        <translation>Na página do túnel na Cloudflare, defina o serviço do nome público como http://{listener}.</translation>
    </message>
    <message>
        <source>The public address has no entry in the internet&apos;s directory.</source>
        <translation>O endereço público não consta no diretório da internet.</translation>
    </message>
    <message>
        <source>Check how it is written. A new name may take some minutes.</source>
        <translation>Confira como está escrito. Um nome novo pode levar alguns minutos.</translation>
    </message>
    <message>
        <source>The public address is not reached.</source>
        <translation>O endereço público não é alcançado.</translation>
    </message>
    <message>
        <source>Check the internet line, and whether the server behind the address runs.</source>
        <translation>Confira a linha da internet e se o servidor por trás do endereço funciona.</translation>
    </message>
    <message>
        <source>The public address does not answer in time.</source>
        <translation>O endereço público não responde a tempo.</translation>
    </message>
    <message>
        <source>Check the internet line and the server of the tunnel.</source>
        <translation>Confira a linha da internet e o servidor do túnel.</translation>
    </message>
    <message>
        <source>The certificate of the public address cannot be trusted.</source>
        <translation>O certificado do endereço público não é confiável.</translation>
    </message>
    <message>
        <source>Give the server a certificate of a public authority for this very name. If a proxy or virus scanner opens secure connections here, exempt this address.</source>
        <translation>Dê ao servidor um certificado de uma autoridade pública para exatamente este nome. Se um proxy ou antivírus abre conexões seguras aqui, exclua este endereço.</translation>
    </message>
    <message>
        <source>The public address answers, and nothing is behind it.</source>
        <translation>O endereço público responde, mas não há nada por trás.</translation>
    </message>
    <message>
        <source>The tunnel is not connected to it: check that the address is the tunnel&apos;s own, and that it leads to http://{listener}.</source>
        <translation>O túnel não está ligado a ele: confira se o endereço é o do próprio túnel e se leva a http://{listener}.</translation>
    </message>
    <message>
        <source>The public address sends its callers elsewhere.</source>
        <translation>O endereço público manda quem chama para outro lugar.</translation>
    </message>
    <message>
        <source>A platform does not follow: have the address pass /webhooks/ on by itself, without a sign-in page.</source>
        <translation>Uma plataforma não segue: o endereço deve repassar /webhooks/ sozinho, sem página de login.</translation>
    </message>
    <message>
        <source>Something else answers at the public address.</source>
        <translation>Outra coisa responde no endereço público.</translation>
    </message>
    <message>
        <source>Check that the address is the tunnel&apos;s own, and that it passes /webhooks/ on to http://{listener}.</source>
        <translation>Confira se o endereço é o do próprio túnel e se repassa /webhooks/ para http://{listener}.</translation>
    </message>
    <message>
        <source>The Authorization header does not arrive as it was sent.</source>
        <translation>O cabeçalho Authorization não chega como foi enviado.</translation>
    </message>
    <message>
        <source>Have the server in between pass it on unchanged: without it every call of a platform is refused. Or a program with other secrets stands behind this address.</source>
        <translation>O servidor no meio deve repassá-lo sem mudar: sem ele, cada chamada da plataforma é recusada. Ou há por trás deste endereço um programa com outros segredos.</translation>
    </message>
    <message>
        <source>The proxy of this computer does not let the question out.</source>
        <translation>O proxy deste computador não deixa a pergunta sair.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system.</source>
        <translation>Confira o proxy nas configurações do sistema.</translation>
    </message>
    <message>
        <source>accepted is an address like https://brand.example, with or without a port</source>
        <translation>aceita-se um endereço como https://brand.example, com ou sem porta</translation>
    </message>
    <message>
        <source>accepted is an address that begins with https:// (http:// only on this computer)</source>
        <translation>aceita-se um endereço que começa com https:// (http:// só neste computador)</translation>
    </message>
    <message>
        <source>accepted is an address that begins with https://, or nothing</source>
        <translation>aceita-se um endereço que começa com https://, ou nada</translation>
    </message>
    <message>
        <source>accepted is the name of a time zone, like America/Sao_Paulo or Europe/Vienna</source>
        <translation>aceita-se o nome de um fuso horário, como America/Sao_Paulo ou Europe/Vienna</translation>
    </message>
    <message>
        <source>accepted is a path like /v2/orders/{order_id} or /v2/chains/{chain_id}/orders/{order_id}</source>
        <translation>aceita-se um caminho como /v2/orders/{order_id} ou /v2/chains/{chain_id}/orders/{order_id}</translation>
    </message>
    <message>
        <source>accepted is a path like /v2/chains/{chain_id}/vendors/{vendor_id}/orders, or nothing</source>
        <translation>aceita-se um caminho como /v2/chains/{chain_id}/vendors/{vendor_id}/orders, ou nada</translation>
    </message>
    <message>
        <source>accepted is a name of letters, digits and &apos;-&apos;</source>
        <translation>aceita-se um nome de letras, algarismos e &apos;-&apos;</translation>
    </message>
    <message>
        <source>accepted is a currency code like EUR or BRL</source>
        <translation>aceita-se um código de moeda como EUR ou BRL</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nome da loja</translation>
    </message>
    <message>
        <source>It stands at the top of the window.</source>
        <translation>Fica no alto da janela.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>All times are shown as the clocks of this place show them.</source>
        <translation>Todas as horas são mostradas como nos relógios deste lugar.</translation>
    </message>
    <message>
        <source>Address on this computer</source>
        <translation>Endereço neste computador</translation>
    </message>
    <message>
        <source>Events of the platforms are heard here; with 127.0.0.1 only from this computer, where the tunnel ends.</source>
        <translation>Aqui se ouvem os eventos das plataformas; com 127.0.0.1, só deste computador, onde o túnel termina.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>The tunnel leads to this port; 0 takes any free one at each start.</source>
        <translation>O túnel leva a esta porta; 0 toma qualquer uma livre a cada início.</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Túnel</translation>
    </message>
    <message>
        <source>The program that brings the platforms&apos; calls from the internet to this computer; nothing means none.</source>
        <translation>O programa que traz as chamadas das plataformas da internet até este computador; nada significa nenhum.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Endereço público</translation>
    </message>
    <message>
        <source>The https address that leads to this computer; leave it empty where the tunnel names it by itself.</source>
        <translation>O endereço https que leva a este computador; deixe vazio quando o próprio túnel o informa.</translation>
    </message>
    <message>
        <source>Place of the program</source>
        <translation>Local do programa</translation>
    </message>
    <message>
        <source>Where the tunnel&apos;s program is on this computer; leave it empty if it is found by its name.</source>
        <translation>Onde está o programa do túnel neste computador; deixe vazio se ele é achado pelo nome.</translation>
    </message>
    <message>
        <source>accepted is the name or the id of a tunnel, or nothing</source>
        <translation>aceita-se o nome ou o id de um túnel, ou nada</translation>
    </message>
    <message>
        <source>Name of the tunnel</source>
        <translation>Nome do túnel</translation>
    </message>
    <message>
        <source>Only for a cloudflared tunnel that was set up on this computer; with a token it stays empty.</source>
        <translation>Só para um túnel cloudflared criado neste computador; com token fica vazio.</translation>
    </message>
    <message>
        <source>accepted is the name or the address of a computer, or nothing</source>
        <translation>aceita-se o nome ou o endereço de um computador, ou nada</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>The server on the internet to which ssh connects.</source>
        <translation>O servidor na internet ao qual o ssh se conecta.</translation>
    </message>
    <message>
        <source>accepted is the name of a user, or nothing</source>
        <translation>aceita-se o nome de um usuário, ou nada</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>The user that ssh signs in as; empty means the name that this computer&apos;s user has.</source>
        <translation>O usuário com que o ssh entra; vazio significa o nome do usuário deste computador.</translation>
    </message>
    <message>
        <source>Port of the server</source>
        <translation>Porta do servidor</translation>
    </message>
    <message>
        <source>The port at which the server takes ssh.</source>
        <translation>A porta em que o servidor aceita ssh.</translation>
    </message>
    <message>
        <source>accepted is an address of the server, &apos;*&apos; for all of them, or nothing</source>
        <translation>aceita-se um endereço do servidor, &apos;*&apos; para todos, ou nada</translation>
    </message>
    <message>
        <source>Address that listens at the server</source>
        <translation>Endereço que escuta no servidor</translation>
    </message>
    <message>
        <source>Empty means only the server itself, where its web server passes the calls on.</source>
        <translation>Vazio significa só o próprio servidor, onde o servidor web repassa as chamadas.</translation>
    </message>
    <message>
        <source>Port that listens at the server</source>
        <translation>Porta que escuta no servidor</translation>
    </message>
    <message>
        <source>The calls arrive at this port of the server; 0 lets it choose.</source>
        <translation>As chamadas chegam a esta porta do servidor; 0 deixa que ele escolha.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Arquivo da chave</translation>
    </message>
    <message>
        <source>The file of the key that ssh signs in with; empty means the usual ones.</source>
        <translation>O arquivo da chave com que o ssh entra; vazio significa as de costume.</translation>
    </message>
    <message>
        <source>Settings of ssh</source>
        <translation>Configurações do ssh</translation>
    </message>
    <message>
        <source>A file with ssh&apos;s own settings; empty means the usual ones of this computer.</source>
        <translation>Um arquivo com as configurações do próprio ssh; vazio significa as de costume deste computador.</translation>
    </message>
    <message>
        <source>Own command</source>
        <translation>Comando próprio</translation>
    </message>
    <message>
        <source>A program and its words, one after another; {port} and {url} stand for the webhook on this computer.</source>
        <translation>Um programa e suas palavras, uma após a outra; {port} e {url} são o webhook neste computador.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>The address of a database server; empty means a file in the data folder.</source>
        <translation>O endereço de um servidor de banco de dados; vazio significa um arquivo na pasta de dados.</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Requisições por minuto</translation>
    </message>
    <message>
        <source>So many are sent to Delivery Hero at most; two computers behind one internet line take 25 each.</source>
        <translation>Tantas são enviadas à Delivery Hero no máximo; dois computadores na mesma internet usam 25 cada.</translation>
    </message>
    <message>
        <source>Pause within a scan</source>
        <translation>Pausa dentro de uma leitura</translation>
    </message>
    <message>
        <source>Characters of one scan follow one another within so many milliseconds.</source>
        <translation>Os caracteres de uma leitura vêm um após o outro dentro de tantos milissegundos.</translation>
    </message>
    <message>
        <source>Shortest scan</source>
        <translation>Leitura mais curta</translation>
    </message>
    <message>
        <source>Fewer characters than these are taken for typing by hand.</source>
        <translation>Menos caracteres que isso são tomados por digitação à mão.</translation>
    </message>
    <message>
        <source>Prefix of the scanner</source>
        <translation>Prefixo do leitor</translation>
    </message>
    <message>
        <source>What the scanner is set to send before each code.</source>
        <translation>O que o leitor está ajustado para enviar antes de cada código.</translation>
    </message>
    <message>
        <source>accepted is &apos;auto&apos;, &apos;yes&apos;, &apos;no&apos; or one character</source>
        <translation>aceita-se &apos;auto&apos;, &apos;yes&apos;, &apos;no&apos; ou um caractere</translation>
    </message>
    <message>
        <source>Separator of the scanner</source>
        <translation>Separador do leitor</translation>
    </message>
    <message>
        <source>How the scanner sends the separator within long codes; auto finds out.</source>
        <translation>Como o leitor envia o separador dentro de códigos longos; auto descobre.</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Layout do teclado</translation>
    </message>
    <message>
        <source>Whether codes are read from the characters or from the keys of the scanner; auto finds out.</source>
        <translation>Se os códigos são lidos dos caracteres ou das teclas do leitor; auto descobre.</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Porta serial</translation>
    </message>
    <message>
        <source>The port of a scanner that is no keyboard, like COM3 or /dev/ttyACM0; empty means there is none.</source>
        <translation>A porta de um leitor que não é teclado, como COM3 ou /dev/ttyACM0; vazio significa que não há.</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>Velocidade da porta serial</translation>
    </message>
    <message>
        <source>The bits per second that the scanner is set to.</source>
        <translation>Os bits por segundo em que o leitor está ajustado.</translation>
    </message>
    <message>
        <source>accepted is a country code like SE or BR, or nothing</source>
        <translation>aceita-se um código de país como SE ou BR, ou nada</translation>
    </message>
    <message>
        <source>Country of the labels</source>
        <translation>País das etiquetas</translation>
    </message>
    <message>
        <source>The weight and price labels of this country&apos;s scales are understood.</source>
        <translation>As etiquetas de peso e preço das balanças deste país são entendidas.</translation>
    </message>
    <message>
        <source>Rules of the labels</source>
        <translation>Regras das etiquetas</translation>
    </message>
    <message>
        <source>The names of further rules to read labels by, for countries with several, like br-weight-2.</source>
        <translation>Os nomes de outras regras para ler etiquetas, em países com várias, como br-weight-2.</translation>
    </message>
    <message>
        <source>Heaviest weight</source>
        <translation>Peso máximo</translation>
    </message>
    <message>
        <source>A heavier weight in kilograms is taken for a mistake.</source>
        <translation>Um peso maior em quilos é tomado por engano.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>How loud the sounds are, 100 being as loud as the computer is.</source>
        <translation>Quão alto são os sons; 100 é o volume do computador.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silêncio</translation>
    </message>
    <message>
        <source>No sound is played; the line at the bottom flashes over its whole width instead.</source>
        <translation>Nenhum som toca; em vez disso, a linha de baixo pisca em toda a largura.</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nome da conta</translation>
    </message>
    <message>
        <source>Your own name for it, of letters, digits and -; it is a part of the webhook&apos;s address.</source>
        <translation>O nome que você dá a ela, de letras, algarismos e -; faz parte do endereço do webhook.</translation>
    </message>
    <message>
        <source>Address of the platform</source>
        <translation>Endereço da plataforma</translation>
    </message>
    <message>
        <source>The https address that the platform gave you.</source>
        <translation>O endereço https que a plataforma lhe deu.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>The platform gives it to you together with the client secret.</source>
        <translation>A plataforma o dá junto com o client secret.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moeda</translation>
    </message>
    <message>
        <source>The three letters of the currency in which you sell there.</source>
        <translation>As três letras da moeda em que você vende lá.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>A brand of Delivery Hero.</source>
        <translation>Uma marca da Delivery Hero.</translation>
    </message>
    <message>
        <source>The portal shows it when you make credentials; an older fixed token needs none.</source>
        <translation>O portal o mostra quando você cria as credenciais; um token fixo antigo não precisa dele.</translation>
    </message>
    <message>
        <source>Chain ID</source>
        <translation>ID da rede</translation>
    </message>
    <message>
        <source>The portal&apos;s number for your company.</source>
        <translation>O número da sua empresa no portal.</translation>
    </message>
    <message>
        <source>Vendor ID</source>
        <translation>ID da loja</translation>
    </message>
    <message>
        <source>The portal&apos;s number for this store.</source>
        <translation>O número desta loja no portal.</translation>
    </message>
    <message>
        <source>Path of an order</source>
        <translation>Caminho de um pedido</translation>
    </message>
    <message>
        <source>The platform knows two forms; the check of the program says which one works.</source>
        <translation>A plataforma conhece duas formas; a verificação do programa diz qual funciona.</translation>
    </message>
    <message>
        <source>Path of the list of orders</source>
        <translation>Caminho da lista de pedidos</translation>
    </message>
    <message>
        <source>Leave it empty: the program finds it out.</source>
        <translation>Deixe vazio: o programa descobre.</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Promoções</translation>
    </message>
    <message>
        <source>Shows the workspace in which promotions of this chain are made.</source>
        <translation>Mostra a área em que se fazem as promoções desta rede.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Acesso</translation>
    </message>
    <message>
        <source>With a client ID and its secret, or with an older fixed token.</source>
        <translation>Com client ID e seu segredo, ou com um token fixo antigo.</translation>
    </message>
    <message>
        <source>Ready beforehand</source>
        <translation>Pronto antes</translation>
    </message>
    <message>
        <source>The bag is due so many minutes before the time that was promised.</source>
        <translation>A sacola deve estar pronta tantos minutos antes da hora prometida.</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>Leitura da lista</translation>
    </message>
    <message>
        <source>So often, in seconds, the platform&apos;s list is read for what the webhook missed.</source>
        <translation>A cada tantos segundos a lista da plataforma é lida, em busca do que o webhook perdeu.</translation>
    </message>
    <message>
        <source>iFood, by its POS interface.</source>
        <translation>iFood, pela interface de PDV.</translation>
    </message>
    <message>
        <source>The user that iFood made for the POS integration.</source>
        <translation>O usuário que o iFood criou para a integração do PDV.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Lojas</translation>
    </message>
    <message>
        <source>iFood&apos;s numbers of your stores, one at least.</source>
        <translation>Os números das suas lojas no iFood, ao menos um.</translation>
    </message>
    <message>
        <source>Asking for orders</source>
        <translation>Consulta de pedidos</translation>
    </message>
    <message>
        <source>So often, in seconds, iFood is asked for orders.</source>
        <translation>A cada tantos segundos se pergunta ao iFood por pedidos.</translation>
    </message>
    <message>
        <source>Confirming orders</source>
        <translation>Confirmação dos pedidos</translation>
    </message>
    <message>
        <source>A person confirms each order with Enter, or the program does it by itself.</source>
        <translation>Uma pessoa confirma cada pedido com Enter, ou o programa o faz sozinho.</translation>
    </message>
    <message>
        <source>Time to confirm</source>
        <translation>Tempo para confirmar</translation>
    </message>
    <message>
        <source>An order that nobody confirms is lost after so many minutes; the program warns before.</source>
        <translation>Um pedido que ninguém confirma se perde após tantos minutos; o programa avisa antes.</translation>
    </message>
    <message>
        <source>Deliveroo, for promotions only.</source>
        <translation>Deliveroo, só para promoções.</translation>
    </message>
    <message>
        <source>Address for the sign-in</source>
        <translation>Endereço do acesso</translation>
    </message>
    <message>
        <source>The https address where Deliveroo signs in.</source>
        <translation>O endereço https em que a Deliveroo faz o acesso.</translation>
    </message>
    <message>
        <source>Brand ID</source>
        <translation>ID da marca</translation>
    </message>
    <message>
        <source>Deliveroo&apos;s name for your brand, from its portal.</source>
        <translation>O nome da sua marca na Deliveroo, do portal dela.</translation>
    </message>
    <message>
        <source>So many are sent to Deliveroo at most.</source>
        <translation>Tantas são enviadas à Deliveroo no máximo.</translation>
    </message>
    <message>
        <source>Sent together</source>
        <translation>Envio em conjunto</translation>
    </message>
    <message>
        <source>Only promotions that Deliveroo has not accepted yet, or all that have not ended.</source>
        <translation>Só promoções que a Deliveroo ainda não aceitou, ou todas que não terminaram.</translation>
    </message>
    <message>
        <source>Asking for results</source>
        <translation>Consulta de resultados</translation>
    </message>
    <message>
        <source>The longest pause, in seconds, between two questions how far a job is.</source>
        <translation>A maior pausa, em segundos, entre duas perguntas sobre o andamento de um envio.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of the program.</source>
        <translation>O idioma do programa.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>How the shop is called, and where it is.</source>
        <translation>Como a loja se chama e onde fica.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Where the calls of the platforms arrive on this computer.</source>
        <translation>Onde as chamadas das plataformas chegam neste computador.</translation>
    </message>
    <message>
        <source>How the calls of the platforms come from the internet to this computer.</source>
        <translation>Como as chamadas das plataformas vêm da internet até este computador.</translation>
    </message>
    <message>
        <source>Where orders are kept.</source>
        <translation>Onde os pedidos são guardados.</translation>
    </message>
    <message>
        <source>Delivery Hero</source>
        <translation>Delivery Hero</translation>
    </message>
    <message>
        <source>What holds for all accounts at Delivery Hero.</source>
        <translation>O que vale para todas as contas da Delivery Hero.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Leitor</translation>
    </message>
    <message>
        <source>How scans are told from typing, and how codes are read.</source>
        <translation>Como as leituras se distinguem da digitação e como os códigos são lidos.</translation>
    </message>
    <message>
        <source>Labels of the scale</source>
        <translation>Etiquetas da balança</translation>
    </message>
    <message>
        <source>How the labels of the shop&apos;s scale are read.</source>
        <translation>Como as etiquetas da balança da loja são lidas.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>How loud the program is.</source>
        <translation>Quão alto é o programa.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message>
        <source>The platforms at which the shop sells, one account for each store.</source>
        <translation>As plataformas em que a loja vende, uma conta para cada loja.</translation>
    </message>
    <message>
        <source>{file}: there is no such file.</source>
        <translation>{file}: esse arquivo não existe.</translation>
    </message>
    <message>
        <source>{file}: tunnel.{key} is missing; it is needed for kind = &quot;{kind}&quot;.</source>
        <translation>{file}: falta tunnel.{key}; é necessário com kind = &quot;{kind}&quot;.</translation>
    </message>
    <message>
        <source>{file}: accounts.name: two accounts are called {name}; give each its own.</source>
        <translation>{file}: accounts.name: duas contas se chamam {name}; dê a cada uma um nome próprio.</translation>
    </message>
    <message>
        <source>two accounts have this name; give each its own</source>
        <translation>duas contas têm este nome; dê a cada uma o seu</translation>
    </message>
    <message>
        <source>{file}: accounts[{name}].client_id is missing; it is needed unless auth = &quot;static&quot;.</source>
        <translation>{file}: falta accounts[{name}].client_id; é necessário, a não ser com auth = &quot;static&quot;.</translation>
    </message>
    <message>
        <source>this is needed</source>
        <translation>isto é necessário</translation>
    </message>
    <message>
        <source>{file}: the file cannot be read: {why}.</source>
        <translation>{file}: o arquivo não pode ser lido: {why}.</translation>
    </message>
    <message>
        <source>{file}: the file is no UTF-8 text.</source>
        <translation>{file}: o arquivo não é um texto UTF-8.</translation>
    </message>
    <message>
        <source>{file}: the file is no valid TOML: {why}.</source>
        <translation>{file}: o arquivo não é TOML válido: {why}.</translation>
    </message>
    <message>
        <source>{key} is missing.</source>
        <translation>falta {key}.</translation>
    </message>
    <message>
        <source>{key} is not a key of this program. Accepted here: {accepted}.</source>
        <translation>{key} não é uma chave deste programa. Aqui são aceitas: {accepted}.</translation>
    </message>
    <message>
        <source>{key}.platform is missing. Accepted: {platforms}.</source>
        <translation>falta {key}.platform. São aceitos: {platforms}.</translation>
    </message>
    <message>
        <source>{key}.platform is not known. Accepted: {platforms}.</source>
        <translation>{key}.platform não é conhecido. São aceitos: {platforms}.</translation>
    </message>
    <message>
        <source>accepted is a number up to {le}</source>
        <translation>é aceito um número de até {le}</translation>
    </message>
    <message>
        <source>accepted is a number from {ge} on</source>
        <translation>é aceito um número a partir de {ge}</translation>
    </message>
    <message>
        <source>accepted is a number above {gt}</source>
        <translation>é aceito um número maior que {gt}</translation>
    </message>
    <message>
        <source>accepted is one of {choices}</source>
        <translation>é aceito um de {choices}</translation>
    </message>
    <message>
        <source>accepted is a whole number</source>
        <translation>é aceito um número inteiro</translation>
    </message>
    <message>
        <source>accepted is a number</source>
        <translation>é aceito um número</translation>
    </message>
    <message>
        <source>accepted is a finite number</source>
        <translation>é aceito um número finito</translation>
    </message>
    <message>
        <source>accepted is a text</source>
        <translation>é aceito um texto</translation>
    </message>
    <message>
        <source>accepted is a text that is not empty</source>
        <translation>é aceito um texto que não esteja vazio</translation>
    </message>
    <message>
        <source>accepted is true or false</source>
        <translation>é aceito true ou false</translation>
    </message>
    <message>
        <source>accepted is a list</source>
        <translation>é aceita uma lista</translation>
    </message>
    <message>
        <source>accepted is a list with at least one entry</source>
        <translation>é aceita uma lista com pelo menos um item</translation>
    </message>
    <message>
        <source>accepted is a table</source>
        <translation>é aceita uma tabela</translation>
    </message>
    <message>
        <source>Check client_id and the secret against the platform&apos;s portal.</source>
        <translation>Confira client_id e o segredo com o portal da plataforma.</translation>
    </message>
    <message>
        <source>Check chain_id, vendor_id, orders_path, and what the portal allows this account.</source>
        <translation>Confira chain_id, vendor_id, orders_path e o que o portal permite a esta conta.</translation>
    </message>
    <message>
        <source>{secret} is missing. Store it in the keyring: service picker-app, user {account}/{secret}; or set the environment variable {variable}.</source>
        <translation>Falta {secret}. Guarde-o no chaveiro: serviço picker-app, usuário {account}/{secret}; ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>{account}, secrets</source>
        <translation>{account}, segredos</translation>
    </message>
    <message>
        <source>{account}, promotions</source>
        <translation>{account}, promoções</translation>
    </message>
    <message>
        <source>new features come only to a sign-in by client_id and client_secret. Change auth = &quot;static&quot;, or set promotions = false.</source>
        <translation>as funções novas só vêm para um acesso com client_id e client_secret. Troque auth = &quot;static&quot; ou ponha promotions = false.</translation>
    </message>
    <message>
        <source>the platform takes the secret</source>
        <translation>a plataforma aceita o segredo</translation>
    </message>
    <message>
        <source>{account}, list of orders</source>
        <translation>{account}, lista de pedidos</translation>
    </message>
    <message>
        <source>the last hour can be read</source>
        <translation>a última hora pode ser lida</translation>
    </message>
    <message>
        <source>{account}, order path</source>
        <translation>{account}, caminho do pedido</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>relógio</translation>
    </message>
    <message>
        <source>not compared: no platform told its time. Ask again when one answers.</source>
        <translation>não comparado: nenhuma plataforma disse a hora. Verifique de novo quando uma responder.</translation>
    </message>
    <message>
        <source>within {seconds} s of the platform of {account}</source>
        <translation>a até {seconds} s da plataforma de {account}</translation>
    </message>
    <message>
        <source>{time} behind the platform of {account}. Let this computer set its time by itself.</source>
        <translation>{time} atrasado em relação à plataforma de {account}. Deixe este computador acertar a hora sozinho.</translation>
    </message>
    <message>
        <source>{time} ahead of the platform of {account}. Let this computer set its time by itself.</source>
        <translation>{time} adiantado em relação à plataforma de {account}. Deixe este computador acertar a hora sozinho.</translation>
    </message>
    <message>
        <source>{path} works: order {order} was read</source>
        <translation>{path} funciona: o pedido {order} foi lido</translation>
    </message>
    <message>
        <source>{path} does not work. Write order_path = &quot;{other}&quot;: order {order} was read there.</source>
        <translation>{path} não funciona. Escreva order_path = &quot;{other}&quot;: ali o pedido {order} foi lido.</translation>
    </message>
    <message>
        <source>order {order} is there under no form of the path. Check order_path, chain_id and base_url.</source>
        <translation>o pedido {order} não está em nenhuma forma do caminho. Confira order_path, chain_id e base_url.</translation>
    </message>
    <message>
        <source>not tried: no order is known yet. Ask again after the first one.</source>
        <translation>não testado: ainda não se conhece nenhum pedido. Verifique de novo depois do primeiro.</translation>
    </message>
    <message>
        <source>{secret} from the training platform</source>
        <translation>{secret} da plataforma de treino</translation>
    </message>
    <message>
        <source>{secret} from the keyring</source>
        <translation>{secret} do chaveiro</translation>
    </message>
    <message>
        <source>{secret} from the environment</source>
        <translation>{secret} do ambiente</translation>
    </message>
    <message>
        <source>{secret} is missing, and this computer has no keyring to keep it in. Install one, or set the environment variable {variable}.</source>
        <translation>Falta {secret}, e este computador não tem chaveiro para guardá-lo. Instale um ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>The platform did not answer as expected.</source>
        <translation>A plataforma não respondeu como se esperava.</translation>
    </message>
    <message>
        <source>The platform cannot be reached.</source>
        <translation>Não se chega à plataforma.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down.</source>
        <translation>A plataforma pede para ir mais devagar.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform took this.</source>
        <translation>Não é certo que a plataforma tenha aceitado isto.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in.</source>
        <translation>A plataforma recusa o acesso.</translation>
    </message>
    <message>
        <source>The platform refuses this.</source>
        <translation>A plataforma recusa isto.</translation>
    </message>
    <message>
        <source>The platform does not know this order.</source>
        <translation>A plataforma não conhece este pedido.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read.</source>
        <translation>A plataforma enviou algo que este programa não consegue ler.</translation>
    </message>
    <message>
        <source>{account}, sign-in</source>
        <translation>{account}, acesso</translation>
    </message>
    <message>
        <source>no answer within {seconds} s. Check the network, then ask again.</source>
        <translation>sem resposta em {seconds} s. Confira a rede e verifique de novo.</translation>
    </message>
    <message>
        <source>the check itself failed: {fault}. Tell support.</source>
        <translation>a própria verificação falhou: {fault}. Avise o suporte.</translation>
    </message>
    <message>
        <source>Wait a minute, then ask again.</source>
        <translation>Espere um minuto e verifique de novo.</translation>
    </message>
    <message>
        <source>Look for a proxy or virus scanner that opens secure connections, exempt the platform from it, and look at the clock.</source>
        <translation>Procure um proxy ou antivírus que abra conexões seguras, exclua dele a plataforma e veja o relógio.</translation>
    </message>
    <message>
        <source>The certificate that is shown here: {certificate}.</source>
        <translation>O certificado mostrado aqui: {certificate}.</translation>
    </message>
    <message>
        <source>Check the network, a proxy, and {key}.</source>
        <translation>Confira a rede, um proxy e {key}.</translation>
    </message>
    <message>
        <source>Check {key}, and whether the network wants a sign-in of its own.</source>
        <translation>Confira {key} e se a rede pede um acesso próprio.</translation>
    </message>
    <message>
        <source>it was issued by &quot;{issuer}&quot; for &quot;{whom}&quot;, until {day}</source>
        <translation>emitido por &quot;{issuer}&quot; para &quot;{whom}&quot;, até {day}</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>configuração</translation>
    </message>
    <message>
        <source>training needs none</source>
        <translation>o treino não precisa de nenhuma</translation>
    </message>
    <message>
        <source>{file}: accounts: {count}</source>
        <translation>{file}: contas: {count}</translation>
    </message>
    <message>
        <source>docs/configuration.md says what it holds; picker-app --training needs none.</source>
        <translation>docs/configuration.md diz o que ela contém; picker-app --training não precisa de nenhuma.</translation>
    </message>
    <message>
        <source>the training platform cannot listen on this computer: {reason}.</source>
        <translation>a plataforma de treino não consegue escutar neste computador: {reason}.</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} s. Unlock it, then ask again.</source>
        <translation>não respondeu em {seconds} s. Desbloqueie-o e verifique de novo.</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>chaveiro</translation>
    </message>
    <message>
        <source>it cannot be used: {fault}. Use environment variables instead.</source>
        <translation>não pode ser usado: {fault}. Use variáveis de ambiente em vez dele.</translation>
    </message>
    <message>
        <source>there is none that this version speaks with: no orders will come.</source>
        <translation>não há nenhuma com que esta versão fale: não virão pedidos.</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>contas</translation>
    </message>
    <message>
        <source>no answer within {seconds} s. Look whether the disk or the folder hangs.</source>
        <translation>sem resposta em {seconds} s. Veja se o disco ou a pasta travou.</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>pasta de dados</translation>
    </message>
    <message>
        <source>database</source>
        <translation>banco de dados</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>autoteste</translation>
    </message>
    <message>
        <source>{path} is a file. Give another folder with --data-dir.</source>
        <translation>{path} é um arquivo. Indique outra pasta com --data-dir.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Free some space or check its permissions, or give another folder with --data-dir.</source>
        <translation>{path} não pode ser gravada: {reason}. Libere espaço ou confira as permissões, ou indique outra pasta com --data-dir.</translation>
    </message>
    <message>
        <source>{path}: only {free} MB are free. Make room: an order that cannot be saved cannot be picked.</source>
        <translation>{path}: só {free} MB livres. Libere espaço: um pedido que não pode ser salvo não pode ser separado.</translation>
    </message>
    <message>
        <source>{path} is not there yet and can be made</source>
        <translation>{path} ainda não existe e pode ser criada</translation>
    </message>
    <message>
        <source>others on this computer may read {path}. The program ends that when it starts.</source>
        <translation>outros neste computador podem ler {path}. O programa acaba com isso quando abre.</translation>
    </message>
    <message>
        <source>{path} can be written, and is its user&apos;s own; {free} MB are free</source>
        <translation>{path} pode ser gravada e é só do seu usuário; {free} MB livres</translation>
    </message>
    <message>
        <source>its server answers; that it is whole and copied is for the server to see to</source>
        <translation>o servidor responde; cuidar que esteja inteiro e copiado cabe ao servidor</translation>
    </message>
    <message>
        <source>{file} is gone. Start the program: it opens the last good copy.</source>
        <translation>{file} sumiu. Abra o programa: ele abre a última cópia boa.</translation>
    </message>
    <message>
        <source>{file} is not there yet; the first start makes it</source>
        <translation>{file} ainda não existe; o primeiro início o cria</translation>
    </message>
    <message>
        <source>{file} could not be read to its end: {reason}</source>
        <translation>{file} não pôde ser lido até o fim: {reason}</translation>
    </message>
    <message>
        <source>{file} is damaged. Close the program and start it again: it then opens the last good copy.</source>
        <translation>{file} está danificado. Feche o programa e abra-o de novo: ele abre então a última cópia boa.</translation>
    </message>
    <message>
        <source>the newest part of {file}, its log, is gone. The next start says what is missing.</source>
        <translation>a parte mais nova de {file}, o registro, sumiu. O próximo início diz o que falta.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program: update the program.</source>
        <translation>O banco de dados foi gravado por uma versão mais nova deste programa: atualize o programa.</translation>
    </message>
    <message>
        <source>{count} rows refer to rows that are not there. Tell support; the work goes on.</source>
        <translation>{count} linhas se referem a linhas que não existem. Avise o suporte; o trabalho continua.</translation>
    </message>
    <message>
        <source>{file} has tables of version {version}. The next start brings them to {newest}.</source>
        <translation>{file} tem tabelas da versão {version}. O próximo início as leva à {newest}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>{file} is whole, version {version}</source>
        <translation>{file} está inteiro, versão {version}</translation>
    </message>
    <message>
        <source>{host} port {port}</source>
        <translation>{host} porta {port}</translation>
    </message>
    <message>
        <source>any free port is taken at each start. A tunnel of your own needs one that stays: set [webhook] port</source>
        <translation>a cada início é usada uma porta livre qualquer. Um túnel seu precisa de uma que permaneça: ponha [webhook] port</translation>
    </message>
    <message>
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <source>cannot listen on {place}: {reason}. Set another [webhook] host or port.</source>
        <translation>não é possível escutar em {place}: {reason}. Ponha outro [webhook] host ou port.</translation>
    </message>
    <message>
        <source>version {version} of this program runs on {place}, this is {own}. Restart it.</source>
        <translation>a versão {version} deste programa roda em {place}, esta é a {own}. Reinicie-o.</translation>
    </message>
    <message>
        <source>the program runs and answers on {place}; the public address must lead to {paths} there</source>
        <translation>o programa roda e responde em {place}; o endereço público deve levar ali a {paths}</translation>
    </message>
    <message>
        <source>{place} is free; the public address must lead to {paths} there</source>
        <translation>{place} está livre; o endereço público deve levar ali a {paths}</translation>
    </message>
    <message>
        <source>characters at most {gap} ms apart, {least} or more, prefix {prefix}, separator {separator}, layout {layout}. A scan into the window shows whether it fits</source>
        <translation>caracteres a no máximo {gap} ms, {least} ou mais, prefixo {prefix}, separador {separator}, teclado {layout}. Uma leitura na janela mostra se serve</translation>
    </message>
    <message>
        <source>scanner</source>
        <translation>leitor</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>no [labels] region is set: weights are typed</source>
        <translation>nenhuma [labels] region definida: os pesos são digitados</translation>
    </message>
    <message>
        <source>none for region {region}: weights are typed</source>
        <translation>nenhuma para a região {region}: os pesos são digitados</translation>
    </message>
    <message>
        <source>{count} rules for region {region}, up to {most} kg</source>
        <translation>{count} regras para a região {region}, até {most} kg</translation>
    </message>
    <message>
        <source>did not end within {seconds} s. Run picker-app self-test and see where.</source>
        <translation>não terminou em {seconds} s. Rode picker-app self-test e veja onde.</translation>
    </message>
    <message>
        <source>ended with {code}. Run picker-app self-test and see what it says.</source>
        <translation>terminou com {code}. Rode picker-app self-test e veja o que diz.</translation>
    </message>
    <message>
        <source>window, sound, fonts, translations and TLS roots are as they should be</source>
        <translation>janela, som, fontes, traduções e raízes TLS estão como devem</translation>
    </message>
    <message>
        <source>Check client_id and username, and the secrets client_secret and password.</source>
        <translation>Confira client_id e username, e os segredos client_secret e password.</translation>
    </message>
    <message>
        <source>the platform takes the username and the secrets</source>
        <translation>a plataforma aceita o usuário e os segredos</translation>
    </message>
    <message>
        <source>{account}, poll_seconds</source>
        <translation>{account}, poll_seconds</translation>
    </message>
    <message>
        <source>events are asked for every {seconds} s</source>
        <translation>os eventos são pedidos a cada {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} is meant for a simulator: the platform may refuse. Set {recommended}.</source>
        <translation>{seconds} é para um simulador: a plataforma pode recusar. Ponha {recommended}.</translation>
    </message>
    <message>
        <source>Check client_id and the secret, and ask Deliveroo whether the client has the scope promotions.</source>
        <translation>Confira client_id e o segredo, e pergunte à Deliveroo se o cliente tem o escopo promotions.</translation>
    </message>
    <message>
        <source>the platform takes the secret, and lets it write promotions</source>
        <translation>a plataforma aceita o segredo e deixa gravar promoções</translation>
    </message>
    <message>
        <source>tunnel</source>
        <translation>túnel</translation>
    </message>
    <message>
        <source>none is started by the program; {address} is to lead here</source>
        <translation>o programa não inicia nenhum; {address} deve levar até aqui</translation>
    </message>
    <message>
        <source>none is set up: something else must bring the calls of Delivery Hero to the webhook</source>
        <translation>nenhum configurado: outra coisa precisa trazer as chamadas da Delivery Hero ao webhook</translation>
    </message>
    <message>
        <source>whoever makes it</source>
        <translation>quem o fornece</translation>
    </message>
    <message>
        <source>{program} is not on this computer.</source>
        <translation>{program} não está neste computador.</translation>
    </message>
    <message>
        <source>{key}: there is no file {file}. Write the right place into [tunnel] {key}.</source>
        <translation>{key}: não há o arquivo {file}. Escreva o lugar certo em [tunnel] {key}.</translation>
    </message>
    <message>
        <source>its address is another one after each start. Set up one that stays before orders depend on it.</source>
        <translation>o endereço muda a cada início. Configure um que permaneça antes que os pedidos dependam dele.</translation>
    </message>
    <message>
        <source>way in</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>not tried: the address is known only to the running program. Its tunnel page tries it.</source>
        <translation>não testada: só o programa aberto conhece o endereço. A página do túnel o testa.</translation>
    </message>
    <message>
        <source>not tried: the program does not run. Start it, then ask again.</source>
        <translation>não testada: o programa não está aberto. Abra-o e verifique de novo.</translation>
    </message>
    <message>
        <source>{account}, way in</source>
        <translation>{account}, entrada</translation>
    </message>
    <message>
        <source>{address} leads to the running program, in {seconds} s</source>
        <translation>{address} leva ao programa aberto, em {seconds} s</translation>
    </message>
    <message>
        <source>Install one, such as gnome-keyring (on Debian: sudo apt install gnome-keyring) or KWallet, then sign out of the computer and in again.</source>
        <translation>Instale um, como gnome-keyring (no Debian: sudo apt install gnome-keyring) ou KWallet, depois saia da sessão do computador e entre de novo.</translation>
    </message>
    <message>
        <source>Open the Keychain Access of this computer and unlock the login keychain.</source>
        <translation>Abra o Acesso às Chaves deste computador e desbloqueie as chaves de início de sessão.</translation>
    </message>
    <message>
        <source>Sign in to this computer as a user that may use the Windows Credential Manager.</source>
        <translation>Entre neste computador com um usuário que possa usar o Gerenciador de Credenciais do Windows.</translation>
    </message>
    <message>
        <source>Or set the environment variable {variable}.</source>
        <translation>Ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>The keyring did not keep {user}. Look at it with its own program, or set the environment variable {variable}.</source>
        <translation>O chaveiro não guardou {user}. Veja-o com o programa dele ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>Install one and sign in again.</source>
        <translation>Instale um e entre de novo.</translation>
    </message>
    <message>
        <source>This computer has no keyring in which a secret can be kept.</source>
        <translation>Este computador não tem chaveiro em que um segredo possa ser guardado.</translation>
    </message>
    <message>
        <source>The keyring of this computer writes secrets to a file, which this program never does.</source>
        <translation>O chaveiro deste computador grava segredos num arquivo, o que este programa nunca faz.</translation>
    </message>
    <message>
        <source>The keyring cannot be used ({fault}). Look at it with its own program and try again, or set the environment variable {variable}.</source>
        <translation>O chaveiro não pode ser usado ({fault}). Veja-o com o programa dele e tente de novo, ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or set the environment variable {variable}.</source>
        <translation>O chaveiro está bloqueado. Desbloqueie-o e tente de novo, ou defina a variável de ambiente {variable}.</translation>
    </message>
    <message>
        <source>{file}: there is no configuration. docs/configuration.md says what it holds; picker-app --training shows the program without one.</source>
        <translation>{file}: não há configuração. docs/configuration.md diz o que ela contém; picker-app --training mostra o programa sem ela.</translation>
    </message>
    <message>
        <source>Label rule {rule} is not known; accepted are: {accepted}.</source>
        <translation>A regra de etiquetas {rule} não é conhecida; são aceitas: {accepted}.</translation>
    </message>
    <message>
        <source>{file}: the change cannot be written into this file: {why}.</source>
        <translation>{file}: a mudança não pode ser escrita neste arquivo: {why}.</translation>
    </message>
    <message>
        <source>The program already runs with the data folder {folder}: use its window, or close it first. To run a second one beside it, give that one a folder of its own with --data-dir.</source>
        <translation>O programa já está aberto com a pasta de dados {folder}: use a janela dele ou feche-a primeiro. Para ter outro ao lado, dê a ele uma pasta própria com --data-dir.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be used: there is a file of that name. Give another with --data-dir.</source>
        <translation>A pasta de dados {folder} não pode ser usada: há um arquivo com esse nome. Indique outra com --data-dir.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be written: {why}. Free some space or check its permissions, or give another folder with --data-dir.</source>
        <translation>Não é possível gravar na pasta de dados {folder}: {why}. Libere espaço ou verifique as permissões, ou indique outra pasta com --data-dir.</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>{name} · connected</source>
        <translation>{name} · conectado</translation>
    </message>
    <message>
        <source>{name} · last asked {time} ago</source>
        <translation>{name} · consultado há {time}</translation>
    </message>
    <message>
        <source>{name} · connected since {time}</source>
        <translation>{name} · conectado desde {time}</translation>
    </message>
    <message>
        <source>{name} · connecting</source>
        <translation>{name} · conectando</translation>
    </message>
    <message>
        <source>{name} · sign-in refused, check its secret</source>
        <translation>{name} · acesso recusado, confira a senha</translation>
    </message>
    <message>
        <source>{name} · sign-in refused</source>
        <translation>{name} · acesso recusado</translation>
    </message>
    <message>
        <source>, next try in {time}</source>
        <translation>, nova tentativa em {time}</translation>
    </message>
    <message>
        <source>{name} · slow</source>
        <translation>{name} · lento</translation>
    </message>
    <message>
        <source>{name} · no contact</source>
        <translation>{name} · sem contato</translation>
    </message>
    <message>
        <source>{name} · no contact since {time}</source>
        <translation>{name} · sem contato desde {time}</translation>
    </message>
    <message>
        <source>: ask its support</source>
        <translation>: fale com o suporte</translation>
    </message>
    <message>
        <source>{name} · not reached</source>
        <translation>{name} · sem conexão</translation>
    </message>
    <message>
        <source>{name} · not reached since {time}</source>
        <translation>{name} · sem conexão desde {time}</translation>
    </message>
    <message>
        <source>, oldest {time}</source>
        <translation>, a mais antiga há {time}</translation>
    </message>
</context>
<context>
    <name>Afterwards</name>
    <message>
        <source>{code} confirmed by {platform}</source>
        <translation>{code} confirmado por {platform}</translation>
    </message>
    <message>
        <source>{code}: cancellation confirmed by {platform}</source>
        <translation>{code}: cancelamento confirmado por {platform}</translation>
    </message>
    <message>
        <source>{code} is accepted</source>
        <translation>{code} foi aceito</translation>
    </message>
    <message>
        <source>confirmed by {platform}</source>
        <translation>confirmado pelo {platform}</translation>
    </message>
    <message>
        <source>by {platform}</source>
        <translation>pelo {platform}</translation>
    </message>
    <message>
        <source>Cart accepted</source>
        <translation>Carrinho aceito</translation>
    </message>
    <message>
        <source>Cart refused by {platform}</source>
        <translation>Carrinho recusado pelo {platform}</translation>
    </message>
    <message>
        <source>No certain answer about the cart</source>
        <translation>Sem resposta certa sobre o carrinho</translation>
    </message>
    <message>
        <source>go on picking; F5 asks again</source>
        <translation>continue separando; F5 pergunta de novo</translation>
    </message>
    <message>
        <source>Cart not checked: no connection</source>
        <translation>Carrinho não conferido: sem conexão</translation>
    </message>
    <message>
        <source>go on picking</source>
        <translation>continue separando</translation>
    </message>
    <message>
        <source>{code} is on its way</source>
        <translation>{code} saiu para entrega</translation>
    </message>
    <message>
        <source>{code} is delivered</source>
        <translation>{code} foi entregue</translation>
    </message>
    <message>
        <source>{platform} did not accept {code}</source>
        <translation>O {platform} recusou o aceite do {code}</translation>
    </message>
    <message>
        <source>You: open it, then Enter</source>
        <translation>Você: abra o pedido e tecle Enter</translation>
    </message>
    <message>
        <source>{code} is back at the desk</source>
        <translation>{code} está de volta ao balcão</translation>
    </message>
    <message>
        <source>You: open it, correct the marked lines, then F9</source>
        <translation>Você: abra-o, corrija as linhas marcadas, depois F9</translation>
    </message>
    <message>
        <source>{code} was sent back</source>
        <translation>{code} foi devolvido</translation>
    </message>
    <message>
        <source>{code} was cancelled by {platform}</source>
        <translation>{code} foi cancelado por {platform}</translation>
    </message>
    <message>
        <source>{code} is not confirmed yet</source>
        <translation>{code} ainda não foi confirmado</translation>
    </message>
    <message>
        <source>{platform} is asked again · You: wait, and keep the bag here</source>
        <translation>{platform} é consultado de novo · Você: espere e guarde a sacola aqui</translation>
    </message>
    <message>
        <source>{code} waits for you</source>
        <translation>{code} espera por você</translation>
    </message>
    <message>
        <source>No certain answer · You: open it, and look at {platform}</source>
        <translation>Sem resposta certa · Você: abra o pedido e confira no {platform}</translation>
    </message>
    <message>
        <source>You: put back what is in the bag</source>
        <translation>Você: devolva à prateleira o que está na sacola</translation>
    </message>
    <message>
        <source>nothing more is to be done</source>
        <translation>não há mais nada a fazer</translation>
    </message>
    <message>
        <source>{code} was finished on another device</source>
        <translation>{code} foi finalizado em outro aparelho</translation>
    </message>
    <message>
        <source>what was finished here was not sent</source>
        <translation>o que foi finalizado aqui não foi enviado</translation>
    </message>
    <message>
        <source>The order could not be read</source>
        <translation>Não foi possível ler o pedido</translation>
    </message>
    <message>
        <source>Read again: nothing differs</source>
        <translation>Lido de novo: nada mudou</translation>
    </message>
    <message>
        <source>It differs at {platform}</source>
        <translation>Está diferente no {platform}</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>{code} not accepted: the desk may be calling</source>
        <translation>{code} sem aceite: a central pode estar ligando</translation>
    </message>
    <message>
        <source>Accept {code}: {time} left</source>
        <translation>Aceite o {code}: faltam {time}</translation>
    </message>
</context>
<context>
    <name>AmountPanel</name>
    <message>
        <source>Amount</source>
        <translation>Quantidade</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>Peso de {name}</translation>
    </message>
    <message>
        <source>Quantity of {name}</source>
        <translation>Quantidade de {name}</translation>
    </message>
    <message>
        <source>{amount} ordered</source>
        <translation>pedido: {amount}</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Try it and go on</source>
        <translation>Testar e continuar</translation>
    </message>
    <message>
        <source>Go on without trying</source>
        <translation>Continuar sem testar</translation>
    </message>
    <message>
        <source>Known once the program runs: Settings, Way in</source>
        <translation>Conhecido quando o programa estiver aberto: Ajustes, Entrada</translation>
    </message>
    <message>
        <source>Secret of the webhook</source>
        <translation>Segredo do webhook</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar o endereço</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copiar o segredo</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Criar um segredo novo</translation>
    </message>
    <message>
        <source>Enter it at the platform beside the address. It is shown this once only.</source>
        <translation>Informe-o na plataforma, ao lado do endereço. Ele só é mostrado desta vez.</translation>
    </message>
    <message>
        <source>A secret is saved already, and is not shown again.</source>
        <translation>Um segredo já está guardado e não é mostrado de novo.</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>um passo atrás</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Choose the language.</source>
        <translation>Escolha o idioma.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>How is the shop called, and where is it?</source>
        <translation>Como a loja se chama e onde fica?</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plataformas</translation>
    </message>
    <message>
        <source>Where do your orders come from? Each account is tried before it is saved.</source>
        <translation>De onde vêm seus pedidos? Cada conta é testada antes de ser salva.</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Túnel</translation>
    </message>
    <message>
        <source>What brings the platform&apos;s calls from the internet to this computer?</source>
        <translation>O que traz as chamadas da plataforma da internet até este computador?</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Enter exactly this address, and its secret, in the Partner Portal.</source>
        <translation>Informe exatamente este endereço, e o segredo dele, no Partner Portal.</translation>
    </message>
    <message>
        <source>Everything can be changed later in the settings.</source>
        <translation>Tudo pode ser mudado depois nos ajustes.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>Minha loja</translation>
    </message>
    <message>
        <source>Go on with {names}</source>
        <translation>Continuar com {names}</translation>
    </message>
    <message>
        <source>Later: first look at the program</source>
        <translation>Depois: primeiro conhecer o programa</translation>
    </message>
    <message>
        <source>More accounts can be added in the settings.</source>
        <translation>Mais contas podem ser incluídas nos ajustes.</translation>
    </message>
    <message>
        <source>Start the program</source>
        <translation>Abrir o programa</translation>
    </message>
    <message>
        <source>It connects to the platforms, and orders come.</source>
        <translation>Ele se conecta às plataformas, e os pedidos chegam.</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Treinar primeiro</translation>
    </message>
    <message>
        <source>Orders that are not real, from a platform inside this computer.</source>
        <translation>Pedidos que não são reais, de uma plataforma dentro deste computador.</translation>
    </message>
    <message>
        <source>The token is kept only until the program ends: there is no keyring.</source>
        <translation>O token só fica guardado até o programa terminar: não há chaveiro.</translation>
    </message>
    <message>
        <source>The settings cannot be written: {words}</source>
        <translation>As configurações não podem ser gravadas: {words}</translation>
    </message>
    <message>
        <source>The answers cannot be kept: {words}</source>
        <translation>As respostas não podem ser guardadas: {words}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Stop: this order was cancelled.</source>
        <translation>Pare: este pedido foi cancelado.</translation>
    </message>
    <message>
        <source>Cancelled after pick-up: the goods are gone, the figures are kept.</source>
        <translation>Cancelado depois da retirada: a mercadoria já saiu, os valores ficam.</translation>
    </message>
    <message>
        <source>Stop: cancelled. You: put back what is in the bag.</source>
        <translation>Pare: cancelado. Você: devolva o que está na sacola.</translation>
    </message>
    <message>
        <source>This order was finished on another device.</source>
        <translation>Este pedido foi concluído em outro aparelho.</translation>
    </message>
    <message>
        <source>This order was not picked here.</source>
        <translation>Este pedido não foi separado aqui.</translation>
    </message>
    <message>
        <source>The platform sent it back: “{words}” You: correct the marked lines, then F9.</source>
        <translation>A plataforma devolveu: “{words}” Você: corrija as linhas marcadas e F9.</translation>
    </message>
    <message>
        <source>Not confirmed: the program asks the platform again. Please wait.</source>
        <translation>Não confirmado: o programa pergunta de novo à plataforma. Aguarde.</translation>
    </message>
    <message>
        <source>Sent three times without an answer. You: look at the platform&apos;s own screen. Enter brings the order back to the desk, to change it and send it again.</source>
        <translation>Enviado três vezes sem resposta. Você: veja a tela da própria plataforma. Enter traz o pedido de volta ao balcão, para alterá-lo e enviá-lo de novo.</translation>
    </message>
    <message>
        <source>With the platform&apos;s own desk, and not cancelled: it will phone. You: wait for the call.</source>
        <translation>Está com a central da plataforma e não foi cancelado: vão ligar. Você: aguarde a ligação.</translation>
    </message>
    <message>
        <source>The platform&apos;s desk gave this order back: it is to be made.</source>
        <translation>A central da plataforma devolveu este pedido: é para preparar.</translation>
    </message>
    <message>
        <source>This order was cancelled before it came here: there is nothing to do.</source>
        <translation>Este pedido foi cancelado antes de chegar aqui: não há nada a fazer.</translation>
    </message>
    <message>
        <source>Sent again and again without proof. You: look at the platform&apos;s portal, then Enter.</source>
        <translation>Enviado várias vezes, sem prova. Você: confira no portal da plataforma e tecle Enter.</translation>
    </message>
    <message>
        <source>The platform did not answer and is probably told. You: check in its portal, then Enter.</source>
        <translation>A plataforma não respondeu, mas provavelmente já sabe. Você: confira no portal e tecle Enter.</translation>
    </message>
    <message>
        <source>Not accepted by the platform: “{words}” You: Enter accepts again, or says that it is dealt with.</source>
        <translation>A plataforma recusou o aceite: “{words}” Você: tecle Enter para aceitar de novo ou dizer que já foi resolvido.</translation>
    </message>
    <message>
        <source>Handed back, and not proven that the platform heard it. You: wait for its call.</source>
        <translation>Devolvido, sem prova de que a plataforma recebeu. Você: aguarde a ligação.</translation>
    </message>
    <message>
        <source>The customer changed this order: see the marked lines.</source>
        <translation>O cliente mudou este pedido: veja as linhas marcadas.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. You: check this account&apos;s secret.</source>
        <translation>A plataforma recusa o acesso. Você: confira a senha desta conta.</translation>
    </message>
    <message>
        <source>Something was not as expected: {words}</source>
        <translation>Algo não saiu como esperado: {words}</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Read it anew</source>
        <translation>Ler de novo</translation>
    </message>
    <message>
        <source>It is being read already</source>
        <translation>Já está sendo lido</translation>
    </message>
    <message>
        <source>The catalogue is read anew</source>
        <translation>O catálogo está sendo lido de novo</translation>
    </message>
    <message>
        <source>Nothing is being read</source>
        <translation>Nada está sendo lido</translation>
    </message>
    <message>
        <source>Stopped: what was read stays</source>
        <translation>Parado: o que foi lido fica</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>O programa tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>The platform cannot be reached.</source>
        <translation>Não se chega à plataforma.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down.</source>
        <translation>A plataforma pede para ir mais devagar.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in.</source>
        <translation>A plataforma recusa o acesso.</translation>
    </message>
    <message>
        <source>You: check the client id and the secret of this account.</source>
        <translation>Você: confira o client id e o segredo desta conta.</translation>
    </message>
    <message>
        <source>The platform does not hand out the catalogue.</source>
        <translation>A plataforma não entrega o catálogo.</translation>
    </message>
    <message>
        <source>You: ask the platform to open the catalogue for this account.</source>
        <translation>Você: peça à plataforma que libere o catálogo para esta conta.</translation>
    </message>
    <message>
        <source>The platform does not know this shop.</source>
        <translation>A plataforma não conhece esta loja.</translation>
    </message>
    <message>
        <source>You: check the chain and the vendor of this account.</source>
        <translation>Você: confira a rede (chain) e o vendedor (vendor) desta conta.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read.</source>
        <translation>A plataforma enviou algo que este programa não consegue ler.</translation>
    </message>
    <message>
        <source>Our fault, not yours: a support file helps us to mend it.</source>
        <translation>Culpa nossa, não sua: um arquivo de suporte nos ajuda a consertar.</translation>
    </message>
    <message>
        <source>The program made a mistake while it was reading.</source>
        <translation>O programa cometeu um erro durante a leitura.</translation>
    </message>
    <message>
        <source>The platform did not answer as expected.</source>
        <translation>A plataforma não respondeu como se esperava.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lendo</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Não lido</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lido</translation>
    </message>
    <message>
        <source>Not whole</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Ainda não lido</translation>
    </message>
    <message>
        <source>Reading: {count} products so far</source>
        <translation>Lendo: {count} produtos até agora</translation>
    </message>
    <message>
        <source>Products: {count} · never read whole</source>
        <translation>Produtos: {count} · nunca lido por inteiro</translation>
    </message>
    <message>
        <source>Products: {count} · read {time}</source>
        <translation>Produtos: {count} · lido {time}</translation>
    </message>
    <message>
        <source>The catalogue is being read. Picking goes on meanwhile.</source>
        <translation>O catálogo está sendo lido. A separação continua enquanto isso.</translation>
    </message>
    <message>
        <source>No whole catalogue was read yet.</source>
        <translation>Nenhum catálogo inteiro foi lido ainda.</translation>
    </message>
    <message>
        <source>The program reads it once a day by itself.</source>
        <translation>O programa o lê sozinho uma vez por dia.</translation>
    </message>
    <message>
        <source>What was read before stays in use.</source>
        <translation>O que foi lido antes continua em uso.</translation>
    </message>
    <message>
        <source>Next time by itself: {time}.</source>
        <translation>Próxima leitura automática: {time}.</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Check</source>
        <translation>Conferir</translation>
    </message>
    <message>
        <source>The cart was not checked yet.</source>
        <translation>O carrinho ainda não foi conferido.</translation>
    </message>
    <message>
        <source>No connection. F5 asks once it is back.</source>
        <translation>Sem conexão. F5 pergunta quando voltar.</translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>conferido {time}</translation>
    </message>
    <message>
        <source>total {price} at {platform}</source>
        <translation>total {price} em {platform}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n mudança desde então</numerusform>
            <numerusform>%n mudanças desde então</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) refused</source>
        <translation>
            <numerusform>mais %n linha recusada</numerusform>
            <numerusform>mais %n linhas recusadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) accepted</source>
        <translation>
            <numerusform>%n linha aceita</numerusform>
            <numerusform>%n linhas aceitas</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceito</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusado</translation>
    </message>
    <message>
        <source>no certain answer</source>
        <translation>sem resposta certa</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>não perguntado</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>perguntando</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>espera o envio</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>UNDO</source>
        <translation>DESFAZER</translation>
    </message>
    <message>
        <source>NOT FOUND</source>
        <translation>NÃO ENCONTRADO</translation>
    </message>
    <message>
        <source>REPLACE</source>
        <translation>SUBSTITUIR</translation>
    </message>
    <message>
        <source>ADD ITEM</source>
        <translation>ADICIONAR ITEM</translation>
    </message>
    <message>
        <source>NEXT LINE</source>
        <translation>PRÓXIMA LINHA</translation>
    </message>
    <message>
        <source>NEXT ORDER</source>
        <translation>PRÓXIMO PEDIDO</translation>
    </message>
    <message>
        <source>INBOX</source>
        <translation>ENTRADA</translation>
    </message>
    <message>
        <source>CONFIRM</source>
        <translation>CONFIRMAR</translation>
    </message>
    <message>
        <source>ONE STEP BACK</source>
        <translation>UM PASSO ATRÁS</translation>
    </message>
    <message>
        <source>FINISH</source>
        <translation>CONCLUIR</translation>
    </message>
    <message>
        <source>REJECT</source>
        <translation>RECUSAR</translation>
    </message>
    <message>
        <source>× {times}</source>
        <translation>× {times}</translation>
    </message>
    <message>
        <source>ADD PACK</source>
        <translation>MAIS UM PACOTE</translation>
    </message>
    <message>
        <source>PRINT LABEL</source>
        <translation>IMPRIMIR ETIQUETA</translation>
    </message>
    <message>
        <source>CHECK CART</source>
        <translation>CONFERIR CARRINHO</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TESTE</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Call</source>
        <translation>Ligar</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>nome não informado</translation>
    </message>
    <message>
        <source>tax number {number}</source>
        <translation>CPF/CNPJ {number}</translation>
    </message>
    <message>
        <source>promised for {time}</source>
        <translation>prometido para {time}</translation>
    </message>
</context>
<context>
    <name>DecidePanel</name>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>What became of order {order}?</source>
        <translation>O que houve com o pedido {order}?</translation>
    </message>
    <message>
        <source>Accept order {order} again?</source>
        <translation>Aceitar de novo o pedido {order}?</translation>
    </message>
    <message>
        <source>{platform} did not take it: “{words}” Without it the order cannot be sent on its way.</source>
        <translation>O {platform} recusou o aceite: “{words}” Sem ele, o pedido não pode sair.</translation>
    </message>
    <message>
        <source>{platform} did not answer at first, then: “{words}” Look at its portal, then choose.</source>
        <translation>O {platform} primeiro não respondeu, depois disse: “{words}” Confira no portal e escolha.</translation>
    </message>
    <message>
        <source>{platform} never proved that it heard us. Look at its portal, then choose.</source>
        <translation>{platform} não mostrou que recebeu. Olhe no portal e escolha.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Accept it again</source>
        <translation>Aceitar de novo</translation>
    </message>
    <message>
        <source>It is dealt with</source>
        <translation>Já foi resolvido</translation>
    </message>
    <message>
        <source>The portal does not show it yet.</source>
        <translation>O portal ainda não mostra.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Deixar como está</translation>
    </message>
    <message>
        <source>The portal shows it: nothing more is sent.</source>
        <translation>O portal já mostra: nada mais é enviado.</translation>
    </message>
</context>
<context>
    <name>DetailsDrawer</name>
    <message>
        <source>All details of the order</source>
        <translation>Todos os dados do pedido</translation>
    </message>
    <message>
        <source>All details</source>
        <translation>Todos os dados</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>O cliente</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pagamento</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>plataforma</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>loja</translation>
    </message>
    <message>
        <source>who carries it</source>
        <translation>quem entrega</translation>
    </message>
    <message>
        <source>ordered at</source>
        <translation>pedido feito às</translation>
    </message>
    <message>
        <source>came at</source>
        <translation>chegou às</translation>
    </message>
    <message>
        <source>due at</source>
        <translation>prometido para</translation>
    </message>
    <message>
        <source>note</source>
        <translation>observação</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>CPF/CNPJ</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefone</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>address</source>
        <translation>endereço</translation>
    </message>
    <message>
        <source>how to find it</source>
        <translation>ponto de referência</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>produtos</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>entrega</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>desconto</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>to collect</source>
        <translation>a cobrar</translation>
    </message>
    <message>
        <source>the shop&apos;s code</source>
        <translation>código da loja</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>código de barras</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>pedido</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
    <message>
        <source>of the line</source>
        <translation>do item</translation>
    </message>
    <message>
        <source>wish</source>
        <translation>observação</translation>
    </message>
</context>
<context>
    <name>EmptyInbox</name>
    <message>
        <source>asks the platforms for orders now</source>
        <translation>pergunta às plataformas por pedidos agora</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>Nada para separar</translation>
    </message>
    <message>
        <source>New orders appear here by themselves and ring until someone opens them.</source>
        <translation>Pedidos novos aparecem aqui sozinhos e tocam até alguém abrir.</translation>
    </message>
    <message>
        <source>No order is being picked</source>
        <translation>Nenhum pedido em separação</translation>
    </message>
    <message>
        <source>An order moves here with its first scan.</source>
        <translation>O pedido vem para cá com a primeira leitura.</translation>
    </message>
    <message>
        <source>Nothing waits for a platform</source>
        <translation>Nada espera por uma plataforma</translation>
    </message>
    <message>
        <source>Finished orders stay here until the platform confirms them.</source>
        <translation>Pedidos concluídos ficam aqui até a plataforma confirmar.</translation>
    </message>
    <message>
        <source>Nothing done yet today</source>
        <translation>Nada concluído hoje ainda</translation>
    </message>
    <message>
        <source>Confirmed orders of today stand here.</source>
        <translation>Os pedidos confirmados de hoje ficam aqui.</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Nenhuma ocorrência</translation>
    </message>
    <message>
        <source>What a platform sent and nobody could read, and whatever else needs a person, is kept here.</source>
        <translation>Aqui fica o que uma plataforma enviou e ninguém conseguiu ler, e tudo o mais que precisa de uma pessoa.</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>FinishScreen</name>
    <message>
        <source>Back to picking</source>
        <translation>Voltar à separação</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>O cliente</translation>
    </message>
    <message>
        <source>Finish order {order}</source>
        <translation>Concluir o pedido {order}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) as ordered.</source>
        <translation>
            <numerusform>%n linha como pedida.</numerusform>
            <numerusform>%n linhas como pedidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed against the order.</source>
        <translation>O que mudou em relação ao pedido.</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>nome não informado</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>{amount} a menos</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>{amount} a mais</translation>
    </message>
    <message>
        <source>as ordered</source>
        <translation>como pedido</translation>
    </message>
    <message>
        <source>Send as ready for pickup</source>
        <translation>Enviar como pronto para retirada</translation>
    </message>
    <message>
        <source>Send as dispatched</source>
        <translation>Enviar como despachado</translation>
    </message>
    <message>
        <source>Send as ready</source>
        <translation>Enviar como pronto</translation>
    </message>
    <message>
        <source>Handed over to the customer</source>
        <translation>Entregue ao cliente</translation>
    </message>
    <message>
        <source>Finish all the same</source>
        <translation>Finalizar assim mesmo</translation>
    </message>
    <message>
        <source>Then it waits for {platform} to confirm. Without a connection it is saved here and sent later.</source>
        <translation>Depois espera a confirmação de {platform}. Sem conexão, fica salvo aqui e é enviado depois.</translation>
    </message>
    <message>
        <source>{platform} still charges {total}: agree with the customer by phone.</source>
        <translation>{platform} vai cobrar {total} mesmo assim: combine com o cliente por telefone.</translation>
    </message>
    <message>
        <source>no phone number given</source>
        <translation>telefone não informado</translation>
    </message>
    <message>
        <source>Reject: {platform} will phone</source>
        <translation>Rejeitar: {platform} vai ligar</translation>
    </message>
    <message>
        <source>{platform} accepted this very cart</source>
        <translation>{platform} aceitou exatamente este carrinho</translation>
    </message>
    <message>
        <source>{platform} refused the cart: {words}</source>
        <translation>{platform} recusou o carrinho: {words}</translation>
    </message>
    <message>
        <source>{platform} has not checked this cart yet</source>
        <translation>{platform} ainda não conferiu este carrinho</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with fewer than ordered</source>
        <translation>
            <numerusform>%n linha com menos que o pedido</numerusform>
            <numerusform>%n linhas com menos que o pedido</numerusform>
        </translation>
    </message>
    <message>
        <source>Every line is decided</source>
        <translation>Todas as linhas estão decididas</translation>
    </message>
    <message>
        <source>This also accepts the order at {platform}</source>
        <translation>Isto também aceita o pedido no {platform}</translation>
    </message>
    <message>
        <source>The rider collects {amount} in cash</source>
        <translation>O entregador recebe {amount} em dinheiro</translation>
    </message>
    <message>
        <source>The customer changed this order while it was picked</source>
        <translation>O cliente mudou este pedido durante a separação</translation>
    </message>
    <message>
        <source>good</source>
        <translation>certo</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusado</translation>
    </message>
    <message>
        <source>note</source>
        <translation>atenção</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ainda não</translation>
    </message>
    <message>
        <source>Weighed less</source>
        <translation>Pesou menos</translation>
    </message>
    <message>
        <source>Weighed more</source>
        <translation>Pesou mais</translation>
    </message>
    <message>
        <source>More</source>
        <translation>A mais</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Preço novo</translation>
    </message>
    <message>
        <source>{amount} in the bag</source>
        <translation>{amount} na sacola</translation>
    </message>
    <message>
        <source>{ordered} ordered, {amount} in the bag</source>
        <translation>pedido {ordered}, na sacola {amount}</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Asking the platforms for orders</source>
        <translation>Perguntando às plataformas por pedidos</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>Sem telefone</translation>
    </message>
    <message>
        <source>The platform gave none.</source>
        <translation>A plataforma não informou.</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>Não é um preço</translation>
    </message>
    <message>
        <source>Type a number above 0.</source>
        <translation>Digite um número acima de 0.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>{code} comes back to the desk</source>
        <translation>{code} volta ao balcão</translation>
    </message>
    <message>
        <source>change it, then F9 sends it again</source>
        <translation>altere-o, depois F9 envia de novo</translation>
    </message>
    <message>
        <source>{code} is sent again</source>
        <translation>{code} é enviado de novo</translation>
    </message>
    <message>
        <source>{code}: nothing more is sent</source>
        <translation>{code}: nada mais é enviado</translation>
    </message>
    <message>
        <source>hands it to {platform}: not cancelled, they phone</source>
        <translation>passa para o {platform}: não cancela, eles ligam</translation>
    </message>
    <message>
        <source>This order is confirmed already</source>
        <translation>Este pedido já está confirmado</translation>
    </message>
    <message>
        <source>hands it over all the same · “{details}”</source>
        <translation>rejeita assim mesmo · “{details}”</translation>
    </message>
    <message>
        <source>These words are sent</source>
        <translation>Este texto será enviado</translation>
    </message>
    <message>
        <source>sends them, typing replaces them · “{details}”</source>
        <translation>envia; digitar substitui · “{details}”</translation>
    </message>
    <message>
        <source>The platform is asked twice, 30 s apart: try again after that.</source>
        <translation>A plataforma é consultada duas vezes, com 30 s de intervalo: tente de novo depois.</translation>
    </message>
    <message>
        <source>Not yet safe</source>
        <translation>Ainda não é seguro</translation>
    </message>
    <message>
        <source>Seen to: it does not come again</source>
        <translation>Resolvido: não volta a aparecer</translation>
    </message>
    <message>
        <source>Nothing can be saved now</source>
        <translation>Agora nada pode ser salvo</translation>
    </message>
    <message>
        <source>It can be saved again</source>
        <translation>Já se pode salvar de novo</translation>
    </message>
    <message>
        <source>opens {code}</source>
        <translation>abre {code}</translation>
    </message>
    <message>
        <source>Scan an order or a product</source>
        <translation>Leia um pedido ou um produto</translation>
    </message>
    <message>
        <source>sends the order</source>
        <translation>envia o pedido</translation>
    </message>
    <message>
        <source>Scan another product to go back</source>
        <translation>Leia outro produto para voltar</translation>
    </message>
    <message>
        <source>Order {code}</source>
        <translation>Pedido {code}</translation>
    </message>
    <message>
        <source>Enter opens its order: there you say what is to be done.</source>
        <translation>Enter abre o pedido: lá você diz o que fazer.</translation>
    </message>
    <message>
        <source>This is decided in the order</source>
        <translation>Isto se decide no pedido</translation>
    </message>
    <message>
        <source>asks what is to be done</source>
        <translation>pergunta o que fazer</translation>
    </message>
    <message>
        <source>brings it back to the desk</source>
        <translation>traz de volta ao balcão</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Leia um produto</translation>
    </message>
    <message>
        <source>accepts order {code}</source>
        <translation>aceita o pedido {code}</translation>
    </message>
    <message>
        <source>takes the chosen line as ordered</source>
        <translation>marca o item escolhido como separado</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>The keys</source>
        <translation>As teclas</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>volta</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>Na lista de pedidos</translation>
    </message>
    <message>
        <source>In an order</source>
        <translation>Em um pedido</translation>
    </message>
    <message>
        <source>choose an order</source>
        <translation>escolher um pedido</translation>
    </message>
    <message>
        <source>open the chosen order</source>
        <translation>abrir o pedido escolhido</translation>
    </message>
    <message>
        <source>another tab</source>
        <translation>outra aba</translation>
    </message>
    <message>
        <source>ask for orders now</source>
        <translation>perguntar por pedidos agora</translation>
    </message>
    <message>
        <source>find an order by code or name</source>
        <translation>buscar um pedido por código ou nome</translation>
    </message>
    <message>
        <source>the scans of today</source>
        <translation>as leituras de hoje</translation>
    </message>
    <message>
        <source>silence the alarm</source>
        <translation>silenciar o alarme</translation>
    </message>
    <message>
        <source>scanner, labels, command sheet</source>
        <translation>leitor, etiquetas, folha de comandos</translation>
    </message>
    <message>
        <source>the shop: prices, products, hours</source>
        <translation>a loja: preços, produtos, abrir e fechar</translation>
    </message>
    <message>
        <source>the settings, the tunnel, check everything</source>
        <translation>as configurações, o túnel, verificar tudo</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>esta ajuda</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>escolher uma linha</translation>
    </message>
    <message>
        <source>accept what is shown</source>
        <translation>aceitar o que é mostrado</translation>
    </message>
    <message>
        <source>one step back; twice: the inbox</source>
        <translation>um passo atrás; duas vezes: a lista de pedidos</translation>
    </message>
    <message>
        <source>quantity or weight of the line</source>
        <translation>quantidade ou peso da linha</translation>
    </message>
    <message>
        <source>the line is not in the store</source>
        <translation>o item não está na loja</translation>
    </message>
    <message>
        <source>replace the line by another product</source>
        <translation>trocar por outro produto</translation>
    </message>
    <message>
        <source>ask the platform whether it accepts the cart</source>
        <translation>perguntar à plataforma se aceita o carrinho</translation>
    </message>
    <message>
        <source>add an item, a carry bag</source>
        <translation>acrescentar um item, uma sacola</translation>
    </message>
    <message>
        <source>price of the line: of one or of all</source>
        <translation>preço da linha: de um ou de todos</translation>
    </message>
    <message>
        <source>show the customer&apos;s phone number</source>
        <translation>mostrar o telefone do cliente</translation>
    </message>
    <message>
        <source>all details of the order</source>
        <translation>todos os dados do pedido</translation>
    </message>
    <message>
        <source>finish the order; Enter sends it</source>
        <translation>concluir o pedido; Enter envia</translation>
    </message>
    <message>
        <source>cancel the order, with a reason</source>
        <translation>cancelar o pedido, com um motivo</translation>
    </message>
    <message>
        <source>undo the last act</source>
        <translation>desfazer a última ação</translation>
    </message>
    <message>
        <source>find a line</source>
        <translation>buscar uma linha</translation>
    </message>
    <message>
        <source>The scanner</source>
        <translation>O leitor</translation>
    </message>
    <message>
        <source>Scan at any time: where the cursor is makes no difference.</source>
        <translation>Leia a qualquer momento: não importa onde está o cursor.</translation>
    </message>
    <message>
        <source>In the inbox, the code of an order opens it.</source>
        <translation>Na lista, o código de um pedido abre o pedido.</translation>
    </message>
    <message>
        <source>In an order, each scan picks one piece. The label of the scale sets the weight.</source>
        <translation>Em um pedido, cada leitura separa uma unidade. A etiqueta da balança define o peso.</translation>
    </message>
    <message>
        <source>While a product is looked for, the scan chooses it.</source>
        <translation>Durante a busca de um produto, a leitura escolhe o produto.</translation>
    </message>
    <message>
        <source>The good sound means saved. What did not sound did not happen.</source>
        <translation>O som bom quer dizer salvo. O que não tocou não aconteceu.</translation>
    </message>
    <message>
        <source>The line at the bottom says what became of the last scan.</source>
        <translation>A faixa de baixo diz o que aconteceu com a última leitura.</translation>
    </message>
    <message>
        <source>Kilograms: point and comma are both the decimal mark.</source>
        <translation>Quilos: ponto e vírgula valem como separador decimal.</translation>
    </message>
    <message>
        <source>Switch off the scanner&apos;s own beep, so that only the program&apos;s sound counts.</source>
        <translation>Desligue o bipe do próprio leitor, para que só valha o som do programa.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Incidents</source>
        <translation>Ocorrências</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>Resolvido</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Buscar um pedido</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>A message could not be read. You: look at the platform&apos;s screen</source>
        <translation>Uma mensagem não pôde ser lida. Você: veja a tela da plataforma</translation>
    </message>
    <message>
        <source>The list of orders could not be read; tried again later</source>
        <translation>A lista de pedidos não pôde ser lida; nova tentativa depois</translation>
    </message>
    <message>
        <source>An order came without its lines and could not be read in full</source>
        <translation>Um pedido veio sem as linhas e não pôde ser lido inteiro</translation>
    </message>
    <message>
        <source>A message did not fit the order; nothing was changed</source>
        <translation>Uma mensagem não combina com o pedido; nada foi mudado</translation>
    </message>
    <message>
        <source>The same message came again with other words; the order is read anew</source>
        <translation>A mesma mensagem veio com outro texto; o pedido é lido de novo</translation>
    </message>
    <message>
        <source>The platform named a state that is not known here</source>
        <translation>A plataforma informou um estado que não é conhecido aqui</translation>
    </message>
    <message>
        <source>A line has an unknown price type: it can be taken only whole</source>
        <translation>Uma linha tem tipo de preço desconhecido: só pode ser aceita inteira</translation>
    </message>
    <message>
        <source>This order names another store. You: ask before you pick it</source>
        <translation>Este pedido cita outra loja. Você: pergunte antes de separar</translation>
    </message>
    <message>
        <source>The platform does not know this order. You: check the account</source>
        <translation>A plataforma não conhece este pedido. Você: confira a conta</translation>
    </message>
    <message>
        <source>Too late to cancel: the platform has it as fulfilled</source>
        <translation>Tarde para cancelar: na plataforma já consta como atendido</translation>
    </message>
    <message>
        <source>The platform&apos;s cart differs from what was sent. You: compare</source>
        <translation>O carrinho da plataforma difere do enviado. Você: compare</translation>
    </message>
    <message>
        <source>What was saved in this time is lost. You: look through the open orders and pick them again</source>
        <translation>O que foi salvo neste período se perdeu. Você: confira os pedidos abertos e separe de novo</translation>
    </message>
    <message>
        <source>Everything saved up to this time is lost. You: look through the open orders and pick them again</source>
        <translation>Tudo o que foi salvo até este momento se perdeu. Você: confira os pedidos abertos e separe de novo</translation>
    </message>
    <message>
        <source>The platform told something unknown here; it is kept</source>
        <translation>A plataforma avisou algo desconhecido aqui; ficou guardado</translation>
    </message>
    <message>
        <source>A message could not be read; the others were taken in</source>
        <translation>Uma mensagem não pôde ser lida; as outras entraram</translation>
    </message>
    <message>
        <source>The platform&apos;s messages could not be read; asked again</source>
        <translation>As mensagens da plataforma não puderam ser lidas; pergunta de novo</translation>
    </message>
    <message>
        <source>A new order could not be read yet; it is tried again</source>
        <translation>Um pedido novo ainda não pôde ser lido; tenta de novo</translation>
    </message>
    <message>
        <source>The platform tells of an order that it does not have. You: look at its portal, then F5</source>
        <translation>A plataforma avisa de um pedido que ela não tem. Você: veja o portal, depois F5</translation>
    </message>
    <message>
        <source>The platform does not let us read an order. You: look at its portal</source>
        <translation>A plataforma não deixa ler um pedido. Você: veja o portal</translation>
    </message>
    <message>
        <source>The platform refused to show an order. You: see its portal</source>
        <translation>A plataforma recusou mostrar um pedido. Você: veja o portal</translation>
    </message>
    <message>
        <source>An order came that could not be read; tried again each hour. You: look at the portal</source>
        <translation>Chegou um pedido que não pôde ser lido; tenta de novo a cada hora. Você: veja o portal</translation>
    </message>
    <message>
        <source>An order of a shop that is not configured here: it was left alone. You: check merchant_ids</source>
        <translation>Um pedido de uma loja não configurada aqui: não foi tocado. Você: confira merchant_ids</translation>
    </message>
    <message>
        <source>A message could not be worked on; it is kept for support</source>
        <translation>Uma mensagem não pôde ser processada; ficou guardada para o suporte</translation>
    </message>
    <message>
        <source>The platform did not take that a message arrived; it is not said again</source>
        <translation>A plataforma não aceitou o aviso de recebimento; não será repetido</translation>
    </message>
    <message>
        <source>The sums of this order do not add up; the platform&apos;s are shown</source>
        <translation>As somas deste pedido não batem; valem as da plataforma</translation>
    </message>
    <message>
        <source>An unknown form of payment: it is counted as to be collected. You: ask</source>
        <translation>Forma de pagamento desconhecida: conta como a receber. Você: confirme</translation>
    </message>
    <message>
        <source>The platform did not take that this order is here</source>
        <translation>A plataforma não aceitou o aviso de que este pedido chegou</translation>
    </message>
    <message>
        <source>The platform did not accept an order. You: open it with Enter</source>
        <translation>A plataforma recusou o aceite de um pedido. Você: abra-o com Enter</translation>
    </message>
    <message>
        <source>The platform did not take that the order was delivered</source>
        <translation>A plataforma não aceitou o aviso de entrega</translation>
    </message>
    <message>
        <source>No answer, probably done. You: check in the platform&apos;s portal</source>
        <translation>Sem resposta, provavelmente feito. Você: confira no portal</translation>
    </message>
    <message>
        <source>Handed back twice without an answer. You: wait for the call</source>
        <translation>Devolvido duas vezes sem resposta. Você: aguarde a ligação</translation>
    </message>
    <message>
        <source>Sent again and again, no proof. You: see the portal, then decide</source>
        <translation>Enviado várias vezes, sem prova. Você: veja o portal e decida</translation>
    </message>
    <message>
        <source>Sent three times, no answer. You: look at the platform&apos;s screen</source>
        <translation>Enviado três vezes, sem resposta. Você: veja a tela da plataforma</translation>
    </message>
    <message>
        <source>Something was not as expected: {code}</source>
        <translation>Algo não saiu como esperado: {code}</translation>
    </message>
    <message>
        <source>{name}: stands in for another product there</source>
        <translation>{name}: lá substitui outro produto</translation>
    </message>
    <message>
        <source>{name}: sent {sent}, at the platform {there}</source>
        <translation>{name}: enviado {sent}, na plataforma {there}</translation>
    </message>
    <message>
        <source>{name}: price sent {sent}, at the platform {there}</source>
        <translation>{name}: preço enviado {sent}, na plataforma {there}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>order {code}</source>
        <translation>pedido {code}</translation>
    </message>
</context>
<context>
    <name>JournalDrawer</name>
    <message>
        <source>Scans of today</source>
        <translation>Leituras de hoje</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>Each scan has its outcome. Scanning goes on meanwhile.</source>
        <translation>Cada leitura tem seu resultado. Enquanto isso, pode continuar lendo.</translation>
    </message>
    <message>
        <source>Nothing was scanned today. Each scan will stand here.</source>
        <translation>Nada foi lido hoje. Cada leitura aparecerá aqui.</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>between {low} and {high}</source>
        <translation>entre {low} e {high}</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>no mínimo {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>no máximo {high}</translation>
    </message>
    <message>
        <source>new price {price} in all</source>
        <translation>preço novo {price} no total</translation>
    </message>
    <message>
        <source>new price {price} each</source>
        <translation>preço novo {price} cada</translation>
    </message>
    <message>
        <source>{price} / kg</source>
        <translation>{price} / kg</translation>
    </message>
    <message>
        <source>barcode {code}</source>
        <translation>código de barras {code}</translation>
    </message>
    <message>
        <source>of {amount}</source>
        <translation>de {amount}</translation>
    </message>
    <message>
        <source>replaced by {name}</source>
        <translation>trocado por {name}</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>no lugar de {name}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All is sent</source>
        <translation>Tudo foi enviado</translation>
    </message>
    <message>
        <source>scan {number} · {number} accounted</source>
        <translation>leitura {number} · {number} registradas</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>salvo {time}</translation>
    </message>
    <message>
        <source>This computer cannot play sounds: watch this line instead.</source>
        <translation>Este computador não toca sons: olhe esta faixa.</translation>
    </message>
    <message>
        <source>No loudspeaker was found: watch this line instead.</source>
        <translation>Nenhum alto-falante encontrado: olhe esta faixa.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sem som</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Lines of the order</source>
        <translation>Linhas do pedido</translation>
    </message>
    <message>
        <source>Find a line</source>
        <translation>Buscar uma linha</translation>
    </message>
</context>
<context>
    <name>OrderSide</name>
    <message>
        <source>All details</source>
        <translation>Todos os dados</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantidade</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não tem</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeitar</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Take line</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Despachar</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>they may call now</source>
        <translation>já podem ligar</translation>
    </message>
    <message>
        <source>accept: {time}</source>
        <translation>aceite: {time}</translation>
    </message>
    <message>
        <source>closed at {time}</source>
        <translation>encerrado às {time}</translation>
    </message>
    <message>
        <source>no time given</source>
        <translation>sem horário</translation>
    </message>
    <message>
        <source>came at {time}</source>
        <translation>chegou às {time}</translation>
    </message>
    <message>
        <source>came just now</source>
        <translation>chegou agora</translation>
    </message>
    <message>
        <source>came {time} ago</source>
        <translation>chegou há {time}</translation>
    </message>
</context>
<context>
    <name>PaysCard</name>
    <message>
        <source>Customer pays</source>
        <translation>O cliente paga</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>pedido</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferença</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>produtos</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>entrega</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>desconto</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>The rider collects {amount} in cash.</source>
        <translation>O entregador recebe {amount} em dinheiro.</translation>
    </message>
    <message>
        <source>A discount of {amount} is in it.</source>
        <translation>Inclui um desconto de {amount}.</translation>
    </message>
    <message>
        <source>The sums do not add up: these are {platform}’s own.</source>
        <translation>As somas não batem: estes são os valores do {platform}.</translation>
    </message>
    <message>
        <source>A form of payment is not known here: ask before it is collected.</source>
        <translation>Forma de pagamento desconhecida: pergunte antes de cobrar.</translation>
    </message>
    <message>
        <source>collect {amount} at the door</source>
        <translation>cobrar {amount} na entrega</translation>
    </message>
    <message>
        <source>paid online: nothing to collect</source>
        <translation>pago online: nada a cobrar</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pago</translation>
    </message>
    <message>
        <source>to collect</source>
        <translation>a cobrar</translation>
    </message>
    <message>
        <source>Bring {change} of change for {note}.</source>
        <translation>Levar {change} de troco para {note}.</translation>
    </message>
    <message>
        <source>Take the card machine along.</source>
        <translation>Levar a maquininha.</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Price of one</source>
        <translation>Preço de um</translation>
    </message>
    <message>
        <source>Price of all</source>
        <translation>Preço de todos</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Price of {name}</source>
        <translation>Preço de {name}</translation>
    </message>
    <message>
        <source>What does a kilogram of {name} cost at the shelf?</source>
        <translation>Quanto custa o quilo de {name} na prateleira?</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Name or code of the product</source>
        <translation>Nome ou código do produto</translation>
    </message>
    <message>
        <source>Type a name or code, or scan the product</source>
        <translation>Digite o nome ou código, ou leia o produto</translation>
    </message>
    <message>
        <source>takes the marked one</source>
        <translation>aceita o marcado</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Incluir um item</translation>
    </message>
    <message>
        <source>A carry bag, or what the customer asks for as well.</source>
        <translation>Uma sacola, ou o que o cliente pedir a mais.</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>Trocar {name}</translation>
    </message>
    <message>
        <source>Ask the customer first: F8 shows the phone number.</source>
        <translation>Pergunte antes ao cliente: F8 mostra o telefone.</translation>
    </message>
    <message>
        <source>Type a part of the name, or scan the product in your hand.</source>
        <translation>Digite parte do nome, ou leia o produto que está na mão.</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”. Try a shorter part of the name.</source>
        <translation>Nada combina com “{text}”. Tente uma parte menor do nome.</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>not on sale now</source>
        <translation>fora de venda agora</translation>
    </message>
    <message>
        <source>{price} cheaper</source>
        <translation>{price} mais barato</translation>
    </message>
    <message>
        <source>{price} dearer</source>
        <translation>{price} mais caro</translation>
    </message>
    <message>
        <source>same price</source>
        <translation>mesmo preço</translation>
    </message>
</context>
<context>
    <name>PromotionForCustomers</name>
    <message>
        <source>{percentage} % off {items}</source>
        <translation>{percentage} % de desconto em {items}</translation>
    </message>
    <message>
        <source>{amount_off} off {items}</source>
        <translation>{amount_off} de desconto em {items}</translation>
    </message>
    <message>
        <source>{percentage} % off the second one: {items}</source>
        <translation>{percentage} % de desconto na segunda unidade: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, the last one {percentage} % off: {items}</source>
        <translation>Leve {quantity}, a última com {percentage} % de desconto: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity} of the same, {percentage} % off: {items}</source>
        <translation>Leve {quantity} iguais com {percentage} % de desconto: {items}</translation>
    </message>
    <message>
        <source>{quantity} of the same for {fixed_price}: {items}</source>
        <translation>{quantity} iguais por {fixed_price}: {items}</translation>
    </message>
    <message>
        <source>Any {quantity}, {percentage} % off: {items}</source>
        <translation>Quaisquer {quantity} com {percentage} % de desconto: {items}</translation>
    </message>
    <message>
        <source>Any {quantity} for {fixed_price}: {items}</source>
        <translation>Quaisquer {quantity} por {fixed_price}: {items}</translation>
    </message>
    <message>
        <source>{percentage} % off when you spend {min_order}</source>
        <translation>{percentage} % de desconto em compras a partir de {min_order}</translation>
    </message>
    <message>
        <source>{percentage} % off when you spend {min_order}, at most {max_discount}</source>
        <translation>{percentage} % de desconto em compras a partir de {min_order}, no máximo {max_discount}</translation>
    </message>
    <message>
        <source>{percentage} % off everything</source>
        <translation>{percentage} % de desconto em tudo</translation>
    </message>
    <message>
        <source>{percentage} % off everything, at most {max_discount}</source>
        <translation>{percentage} % de desconto em tudo, no máximo {max_discount}</translation>
    </message>
    <message>
        <source>Free delivery when you spend {min_order}</source>
        <translation>Entrega grátis em compras a partir de {min_order}</translation>
    </message>
    <message>
        <source>Free delivery</source>
        <translation>Entrega grátis</translation>
    </message>
    <message>
        <source>{quantity} for {pay} on {items}</source>
        <translation>Leve {quantity}, pague {pay}: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity} or more, save {percentage} %: {items}</source>
        <translation>Leve {quantity} ou mais e economize {percentage} %: {items}</translation>
    </message>
    <message>
        <source>{items} for {final_price}</source>
        <translation>{items} por {final_price}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} free: {items}</source>
        <translation>Compre {quantity}, ganhe {free}: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} with {percentage} % off: {items}</source>
        <translation>Compre {quantity}, leve {free} com {percentage} % de desconto: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} with {amount_off} off each: {items}</source>
        <translation>Compre {quantity}, leve {free} com {amount_off} de desconto cada: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} for {final_price} each: {items}</source>
        <translation>Compre {quantity}, leve {free} por {final_price} cada: {items}</translation>
    </message>
    <message>
        <source>For {quantity} pieces at most.</source>
        <translation>Para no máximo {quantity} unidades.</translation>
    </message>
    <message>
        <source>Alcohol does not count.</source>
        <translation>Bebidas alcoólicas não contam.</translation>
    </message>
    <message>
        <source>For loyalty customers.</source>
        <translation>Para clientes fidelidade.</translation>
    </message>
    <message>
        <source>For {audience} only.</source>
        <translation>Somente para {audience}.</translation>
    </message>
    <message>
        <source>When you collect it.</source>
        <translation>Para retirada na loja.</translation>
    </message>
    <message>
        <source>Still missing: {missing}.</source>
        <translation>Ainda falta: {missing}.</translation>
    </message>
</context>
<context>
    <name>PromotionProblems</name>
    <message>
        <source>The file is broken at {place}: {reason}.</source>
        <translation>O arquivo está danificado em {place}: {reason}.</translation>
    </message>
    <message>
        <source>The file is no UTF-8 text: byte {place}.</source>
        <translation>O arquivo não é texto UTF-8: byte {place}.</translation>
    </message>
    <message>
        <source>Accepted is a JSON object with a list &quot;promotions&quot;.</source>
        <translation>Aceita-se um objeto JSON com uma lista &quot;promotions&quot;.</translation>
    </message>
    <message>
        <source>There is no promotion in it.</source>
        <translation>Não há nenhuma promoção nele.</translation>
    </message>
    <message>
        <source>The first line names the columns. Missing: {missing}.</source>
        <translation>A primeira linha dá nome às colunas. Faltam: {missing}.</translation>
    </message>
    <message>
        <source>{columns}: no column of this program, or there twice. Accepted: {accepted}.</source>
        <translation>{columns}: não é coluna deste programa, ou está duas vezes. Aceitas: {accepted}.</translation>
    </message>
    <message>
        <source>{count} promotions in one file: over {limit}, and it is not known whether so many are taken.</source>
        <translation>{count} promoções em um arquivo: acima de {limit}, não se sabe se tantas são aceitas.</translation>
    </message>
    <message>
        <source>{size} bytes in one file: over {limit}, and it is not known whether so many are taken.</source>
        <translation>{size} bytes em um arquivo: acima de {limit}, não se sabe se tantos são aceitos.</translation>
    </message>
    <message>
        <source>Line {line} has {count} columns, the first line has {expected}.</source>
        <translation>A linha {line} tem {count} colunas, a primeira tem {expected}.</translation>
    </message>
    <message>
        <source>Line {line} belongs to the same promotion and says something else than the line before.</source>
        <translation>A linha {line} é da mesma promoção e diz algo diferente da linha anterior.</translation>
    </message>
    <message>
        <source>Accepted is {accepted}, not {found}.</source>
        <translation>Aceita-se {accepted}, não {found}.</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>This text has characters that were cut in two.</source>
        <translation>Este texto tem caracteres cortados ao meio.</translation>
    </message>
    <message>
        <source>Money is a whole number of minor units, like 250 for 2.50, not {found}.</source>
        <translation>Dinheiro é um número inteiro de centavos, como 250 para 2,50, não {found}.</translation>
    </message>
    <message>
        <source>This number is beyond all bounds.</source>
        <translation>Este número passa de qualquer limite.</translation>
    </message>
    <message>
        <source>{found} is no mechanic. Accepted: {accepted}.</source>
        <translation>{found} não é uma mecânica. Aceitas: {accepted}.</translation>
    </message>
    <message>
        <source>{found} is no discount. Accepted: {accepted}.</source>
        <translation>{found} não é um desconto. Aceitos: {accepted}.</translation>
    </message>
    <message>
        <source>{found} looks like a barcode that a spreadsheet shortened: write the whole one.</source>
        <translation>{found} parece um código de barras encurtado por uma planilha: escreva-o inteiro.</translation>
    </message>
    <message>
        <source>{platform} has no {mechanic}.</source>
        <translation>{platform} não tem {mechanic}.</translation>
    </message>
    <message>
        <source>It is not known whether {platform} has opened this mechanic yet.</source>
        <translation>Não se sabe se {platform} já liberou esta mecânica.</translation>
    </message>
    <message>
        <source>Choose DELIVERY or COLLECTION; for both, make two promotions.</source>
        <translation>Escolha DELIVERY ou COLLECTION; para os dois, faça duas promoções.</translation>
    </message>
    <message>
        <source>Name the sites: {platform} has no word for all of them.</source>
        <translation>Informe as lojas: {platform} não tem palavra para todas.</translation>
    </message>
    <message>
        <source>{platform} reaches all customers only, not {found}.</source>
        <translation>{platform} só alcança todos os clientes, não {found}.</translation>
    </message>
    <message>
        <source>{platform} cannot limit a promotion to {found}: choose no limit.</source>
        <translation>{platform} não pode limitar uma promoção a {found}: escolha sem limite.</translation>
    </message>
    <message>
        <source>{platform} takes whole {unit} only.</source>
        <translation>{platform} só aceita {unit} inteiros.</translation>
    </message>
    <message>
        <source>{platform} has no such field: leave it out.</source>
        <translation>{platform} não tem este campo: deixe-o de fora.</translation>
    </message>
    <message>
        <source>This mechanic needs it.</source>
        <translation>Esta mecânica precisa disso.</translation>
    </message>
    <message>
        <source>This mechanic has no such field: leave it out.</source>
        <translation>Esta mecânica não tem este campo: deixe-o de fora.</translation>
    </message>
    <message>
        <source>{key} is no field of this program: it cannot be sent.</source>
        <translation>{key} não é um campo deste programa: não pode ser enviado.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Está vazio.</translation>
    </message>
    <message>
        <source>An entry is empty.</source>
        <translation>Um item está vazio.</translation>
    </message>
    <message>
        <source>Given more than once: {entries}.</source>
        <translation>Informado mais de uma vez: {entries}.</translation>
    </message>
    <message>
        <source>Accepted are all characters but blanks, control characters and / ? # %.</source>
        <translation>Aceitam-se todos os caracteres, menos espaços, caracteres de controle e / ? # %.</translation>
    </message>
    <message>
        <source>Two promotions have this id; the first is number {first}.</source>
        <translation>Duas promoções têm este id; a primeira é a número {first}.</translation>
    </message>
    <message>
        <source>This promotion is in a job that has not ended: wait for it.</source>
        <translation>Esta promoção está em um envio que não terminou: espere.</translation>
    </message>
    <message>
        <source>{count} characters: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} caracteres: acima de {limit}, não se sabe quantos são aceitos.</translation>
    </message>
    <message>
        <source>This id was used before and has ended: a new one is safer.</source>
        <translation>Este id já foi usado e terminou: um novo é mais seguro.</translation>
    </message>
    <message>
        <source>{platform} accepted this id as {found}: another mechanic needs a new id.</source>
        <translation>{platform} aceitou este id como {found}: outra mecânica precisa de um novo id.</translation>
    </message>
    <message>
        <source>{platform} accepted this id with another reward: it asks for a new id then.</source>
        <translation>{platform} aceitou este id com outro benefício: nesse caso pede um novo id.</translation>
    </message>
    <message>
        <source>For {platform} this is promotion number {first}: the same name, sites and period.</source>
        <translation>Para {platform} esta é a promoção número {first}: mesmo nome, lojas e período.</translation>
    </message>
    <message>
        <source>Another name, site or period: the promotion that runs is ended first, then this one begins.</source>
        <translation>Outro nome, loja ou período: a promoção no ar termina primeiro, depois esta começa.</translation>
    </message>
    <message>
        <source>The name says {quoted}, the promotion {actual}.</source>
        <translation>O nome diz {quoted}, a promoção {actual}.</translation>
    </message>
    <message>
        <source>Accepted are capital letters and _ only.</source>
        <translation>Aceitam-se só letras maiúsculas e _.</translation>
    </message>
    <message>
        <source>{found} is not known to exist. Known: {accepted}.</source>
        <translation>Não se sabe se {found} existe. Conhecidos: {accepted}.</translation>
    </message>
    <message>
        <source>Free delivery for customers who collect: there is no fee to save.</source>
        <translation>Entrega grátis para quem retira na loja: não há taxa a economizar.</translation>
    </message>
    <message>
        <source>Not among the known sites: {entries}.</source>
        <translation>Não está entre as lojas conhecidas: {entries}.</translation>
    </message>
    <message>
        <source>* stands for every site: leave out the others.</source>
        <translation>* vale para todas as lojas: deixe as outras de fora.</translation>
    </message>
    <message>
        <source>{count} sites: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} lojas: acima de {limit}, não se sabe quantas são aceitas.</translation>
    </message>
    <message>
        <source>Not in the catalogue: {entries}.</source>
        <translation>Fora do catálogo: {entries}.</translation>
    </message>
    <message>
        <source>{count} items: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} produtos: acima de {limit}, não se sabe quantos são aceitos.</translation>
    </message>
    <message>
        <source>{count} items: every known example of this mechanic has one.</source>
        <translation>{count} produtos: todo exemplo conhecido desta mecânica tem um só.</translation>
    </message>
    <message>
        <source>The last digit is not the check digit: {entries}.</source>
        <translation>O último dígito não é o verificador: {entries}.</translation>
    </message>
    <message>
        <source>{count} items × sites: at most {limit}.</source>
        <translation>{count} produtos × lojas: no máximo {limit}.</translation>
    </message>
    <message>
        <source>Accepted are {least} or more.</source>
        <translation>Aceita-se {least} ou mais.</translation>
    </message>
    <message>
        <source>Accepted are 1 to {most}: fewer than the {quantity} that are bought.</source>
        <translation>Aceita-se de 1 a {most}: menos que as {quantity} compradas.</translation>
    </message>
    <message>
        <source>Every known example has 2.</source>
        <translation>Todo exemplo conhecido tem 2.</translation>
    </message>
    <message>
        <source>Buy 1 or more is the same as no condition.</source>
        <translation>Comprar 1 ou mais é o mesmo que nenhuma condição.</translation>
    </message>
    <message>
        <source>{quantity}: over {limit}, and it is not known how many are taken.</source>
        <translation>{quantity}: acima de {limit}, não se sabe quantos são aceitos.</translation>
    </message>
    <message>
        <source>{amount} {currency}: at most {digits} decimals.</source>
        <translation>{amount} {currency}: no máximo {digits} casas decimais.</translation>
    </message>
    <message>
        <source>Accepted is {least} {currency} or more.</source>
        <translation>Aceita-se {least} {currency} ou mais.</translation>
    </message>
    <message>
        <source>It is not less than the price: {entries}.</source>
        <translation>Não é menor que o preço: {entries}.</translation>
    </message>
    <message>
        <source>The customer saves nothing, by the known price: {entries}.</source>
        <translation>O cliente não economiza nada, pelo preço conhecido: {entries}.</translation>
    </message>
    <message>
        <source>Every basket reaches 0.</source>
        <translation>Toda compra chega a 0.</translation>
    </message>
    <message>
        <source>The most that is taken off is over the smallest basket.</source>
        <translation>O desconto máximo passa da compra mínima.</translation>
    </message>
    <message>
        <source>Accepted is {least} to {most}, not {found}.</source>
        <translation>Aceita-se de {least} a {most}, não {found}.</translation>
    </message>
    <message>
        <source>{found} % is no whole percent; only whole ones are known to be taken.</source>
        <translation>{found} % não é inteiro; só se sabe que os inteiros são aceitos.</translation>
    </message>
    <message>
        <source>100 %: it costs nothing.</source>
        <translation>100 %: sai de graça.</translation>
    </message>
    <message>
        <source>{found} %: over {limit} %. Is that meant?</source>
        <translation>{found} %: acima de {limit} %. É isso mesmo?</translation>
    </message>
    <message>
        <source>The time has no zone.</source>
        <translation>O horário não tem fuso.</translation>
    </message>
    <message>
        <source>{found} is no time. Accepted: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z.</source>
        <translation>{found} não é um horário. Aceitos: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z.</translation>
    </message>
    <message>
        <source>{found} does not exist in {zone}: the clock goes forward. The next time is {offered}.</source>
        <translation>{found} não existe em {zone}: o relógio adianta. O próximo horário é {offered}.</translation>
    </message>
    <message>
        <source>{zone} is no time zone. Accepted: names like Europe/London.</source>
        <translation>{zone} não é um fuso horário. Aceitos: nomes como Europe/London.</translation>
    </message>
    <message>
        <source>The end is not after the begin.</source>
        <translation>O fim não vem depois do início.</translation>
    </message>
    <message>
        <source>The end is in the past.</source>
        <translation>O fim já passou.</translation>
    </message>
    <message>
        <source>The begin is in the past: it begins at once.</source>
        <translation>O início já passou: começa imediatamente.</translation>
    </message>
    <message>
        <source>Longer than {limit} days.</source>
        <translation>Mais de {limit} dias.</translation>
    </message>
    <message>
        <source>Shorter than {limit} h.</source>
        <translation>Menos de {limit} h.</translation>
    </message>
    <message>
        <source>The same site and time as {others}: {entries}.</source>
        <translation>Mesma loja e horário que {others}: {entries}.</translation>
    </message>
    <message>
        <source>{found} is no reason. Accepted: {accepted}.</source>
        <translation>{found} não é um motivo. Aceitos: {accepted}.</translation>
    </message>
    <message>
        <source>{found} is no locale like de_AT.</source>
        <translation>{found} não é um idioma como de_AT.</translation>
    </message>
    <message>
        <source>{found}: accepted is a number over 0.</source>
        <translation>{found}: aceita-se um número acima de 0.</translation>
    </message>
    <message>
        <source>Accepted is a value over 0.</source>
        <translation>Aceita-se um valor acima de 0.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>um texto</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>uma lista de textos</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>um número inteiro</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>um número</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>um objeto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>uma lista</translation>
    </message>
    <message>
        <source>a list like [&quot;123&quot;, &quot;456&quot;], or 123 456</source>
        <translation>uma lista como [&quot;123&quot;, &quot;456&quot;], ou 123 456</translation>
    </message>
    <message>
        <source>a number like 2.50</source>
        <translation>um número como 2.50</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes ou no</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>um objeto entre chaves</translation>
    </message>
    <message>
        <source>texts by language, like {&quot;de_AT&quot;: &quot;Angebot&quot;}</source>
        <translation>textos por idioma, como {&quot;de_AT&quot;: &quot;Angebot&quot;}</translation>
    </message>
    <message>
        <source>numbers by name, like {&quot;global_limit&quot;: 100}</source>
        <translation>números por nome, como {&quot;global_limit&quot;: 100}</translation>
    </message>
    <message>
        <source>what this program wrote there</source>
        <translation>o que este programa gravou ali</translation>
    </message>
    <message>
        <source>a number beyond all bounds</source>
        <translation>um número além de qualquer limite</translation>
    </message>
    <message>
        <source>given twice</source>
        <translation>dado duas vezes</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está aninhado fundo demais</translation>
    </message>
    <message>
        <source>{list} and {rest} more</source>
        <translation>{list} e mais {rest}</translation>
    </message>
</context>
<context>
    <name>Promotions</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nada ainda.</translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>Texto exato</translation>
    </message>
    <message>
        <source>Next discount</source>
        <translation>Próximo desconto</translation>
    </message>
    <message>
        <source>Another discount</source>
        <translation>Mais um desconto</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Copy to next month</source>
        <translation>Copiar para o próximo mês</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Está lá</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Não está lá</translation>
    </message>
    <message>
        <source>What the customer reads</source>
        <translation>O que o cliente lê</translation>
    </message>
    <message>
        <source>Does the platform have it?</source>
        <translation>A plataforma tem a promoção?</translation>
    </message>
    <message>
        <source>Look there, then say it here: F9 it is there, F3 it is not.</source>
        <translation>Veja lá e diga aqui: F9 está lá, F3 não está.</translation>
    </message>
    <message>
        <source>changes it</source>
        <translation>altera a promoção</translation>
    </message>
    <message>
        <source>Copied to next month</source>
        <translation>Copiada para o próximo mês</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>As it would be sent now</source>
        <translation>Como seria enviada agora</translation>
    </message>
    <message>
        <source>As the platform took it last</source>
        <translation>Como a plataforma a aceitou por último</translation>
    </message>
    <message>
        <source>Sent with sending {number}</source>
        <translation>Enviada no envio {number}</translation>
    </message>
    <message>
        <source>sending {number}</source>
        <translation>envio {number}</translation>
    </message>
    <message>
        <source>An example basket</source>
        <translation>Um exemplo de compra</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>A corrigir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Choose the products</source>
        <translation>Escolher os produtos</translation>
    </message>
    <message>
        <source>ids with blanks between; * is every site</source>
        <translation>ids separados por espaço; * são todas as lojas</translation>
    </message>
    <message>
        <source>ids with blanks between</source>
        <translation>ids separados por espaço</translation>
    </message>
    <message>
        <source>Discount {number} of {count}</source>
        <translation>Desconto {number} de {count}</translation>
    </message>
    <message>
        <source>It appears as soon as nothing is missing.</source>
        <translation>Aparece assim que nada mais faltar.</translation>
    </message>
    <message>
        <source>Goods of any kind</source>
        <translation>Produtos diversos</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>without the promotion</source>
        <translation>sem a promoção</translation>
    </message>
    <message>
        <source>{after}, {saved} less</source>
        <translation>{after}, {saved} a menos</translation>
    </message>
    <message>
        <source>Some prices are made up: the catalogue does not know them.</source>
        <translation>Alguns preços são inventados: o catálogo não os conhece.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Atuais</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Não enviadas</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>No ar</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Sua vez</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Encerradas</translation>
    </message>
    <message>
        <source>until it begins</source>
        <translation>até começar</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restantes</translation>
    </message>
    <message>
        <source>changed here, not sent</source>
        <translation>alterada aqui, não enviada</translation>
    </message>
    <message>
        <source>made elsewhere</source>
        <translation>feita em outro lugar</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>o prazo acabou</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Check and send</source>
        <translation>Conferir e enviar</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendário</translation>
    </message>
    <message>
        <source>Nothing runs in these days. ← and → show others.</source>
        <translation>Nada no ar nestes dias. ← e → mostram outros.</translation>
    </message>
    <message>
        <source>{month} {year}, from week {week} on</source>
        <translation>{month} {year}, a partir da semana {week}</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mês</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>What became of each</source>
        <translation>O que houve com cada uma</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Sendings</source>
        <translation>Envios</translation>
    </message>
    <message>
        <source>Nothing was sent yet. F5 in the list checks and sends.</source>
        <translation>Nada foi enviado ainda. F5 na lista confere e envia.</translation>
    </message>
    <message>
        <source>{number} · {purpose} · {promotions}</source>
        <translation>{number} · {purpose} · {promotions}</translation>
    </message>
    <message>
        <source>Open the promotion</source>
        <translation>Abrir a promoção</translation>
    </message>
    <message>
        <source>Ask the platform again</source>
        <translation>Perguntar de novo à plataforma</translation>
    </message>
    <message>
        <source>A sending</source>
        <translation>Um envio</translation>
    </message>
    <message>
        <source>opens the marked promotion</source>
        <translation>abre a promoção marcada</translation>
    </message>
    <message>
        <source>Sending {number} to {platform}</source>
        <translation>Envio {number} para {platform}</translation>
    </message>
    <message>
        <source>{sent} of {size} bytes have left</source>
        <translation>{sent} de {size} bytes já saíram</translation>
    </message>
    <message>
        <source>{done} of {total} worked on by the platform</source>
        <translation>{done} de {total} processadas pela plataforma</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Perguntado de novo</translation>
    </message>
    <message>
        <source>It has ended</source>
        <translation>Já terminou</translation>
    </message>
    <message>
        <source>The platform’s last answer</source>
        <translation>A última resposta da plataforma</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>O que é enviado</translation>
    </message>
    <message>
        <source>Sending {number}</source>
        <translation>Envio {number}</translation>
    </message>
    <message>
        <source>Too late to stop it</source>
        <translation>Tarde demais para parar</translation>
    </message>
    <message>
        <source>The platform has it already; end the promotions instead.</source>
        <translation>A plataforma já recebeu; encerre as promoções.</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>de {total}</translation>
    </message>
    <message>
        <source>{done} taken, {failed} refused or in part, of {total}</source>
        <translation>{done} aceitas, {failed} recusadas ou em parte, de {total}</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Encerrar agora</translation>
    </message>
    <message>
        <source>Find a promotion</source>
        <translation>Buscar uma promoção</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>A part of the name or the id</source>
        <translation>Parte do nome ou do id</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Promoções</translation>
    </message>
    <message>
        <source>opens the chosen one</source>
        <translation>abre a escolhida</translation>
    </message>
    <message>
        <source>F5 checks them, Ctrl Del ends them</source>
        <translation>F5 confere, Ctrl Del encerra</translation>
    </message>
    <message>
        <source>Nothing has “{text}” in its name or id.</source>
        <translation>Nada tem “{text}” no nome ou no id.</translation>
    </message>
    <message>
        <source>Nothing stands here now. ← and → show the other tabs.</source>
        <translation>Nada aqui agora. ← e → mostram as outras abas.</translation>
    </message>
    <message>
        <source>No promotions yet.

F6 composes one: choose how it works, its products and its time; the sentence that the customer reads and an example basket are shown while you type.
F4 brings in a file of the platform or of a spreadsheet.

Nothing is sent before it was checked and you have seen what changes.</source>
        <translation>Nenhuma promoção ainda.

F6 cria uma: escolha como ela funciona, os produtos e o período; a frase que o cliente lê e um exemplo de compra aparecem enquanto você digita.
F4 traz um arquivo da plataforma ou de uma planilha.

Nada é enviado antes de ser conferido e de você ver o que muda.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Conferida</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Change on its way</source>
        <translation>Alteração a caminho</translation>
    </message>
    <message>
        <source>Taken, starts later</source>
        <translation>Aceita, começa depois</translation>
    </message>
    <message>
        <source>Partly live</source>
        <translation>Em parte no ar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>Not certain: your turn</source>
        <translation>Incerta: sua vez</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Alterada</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Encerra</translation>
    </message>
    <message>
        <source>Same: not sent</source>
        <translation>Igual: não enviada</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Corrigir</translation>
    </message>
    <message>
        <source>Go on without these</source>
        <translation>Seguir sem estas</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Conferir de novo</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Encerrando</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Conferindo</translation>
    </message>
    <message>
        <source>Nothing is sent yet</source>
        <translation>Nada foi enviado ainda</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>A conferência foi parada</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>nada foi enviado</translation>
    </message>
    <message>
        <source>{done} of {total} checked</source>
        <translation>{done} de {total} conferidas</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>novas: {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>alteradas: {count}</translation>
    </message>
    <message>
        <source>{count} ending</source>
        <translation>a encerrar: {count}</translation>
    </message>
    <message>
        <source>{count} the same</source>
        <translation>iguais: {count}</translation>
    </message>
    <message>
        <source>No file was ever sent from here: find out from Deliveroo whether a file adds to what it has or takes its place. docs/configuration.md: bulk.</source>
        <translation>Nenhum arquivo foi enviado daqui: pergunte à Deliveroo se um arquivo acrescenta ao que ela tem ou o substitui. docs/configuration.md: bulk.</translation>
    </message>
    <message>
        <source>What changes at the platform</source>
        <translation>O que muda na plataforma</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Nada muda.</translation>
    </message>
    <message>
        <source>nothing is sent; goes to the marked one</source>
        <translation>nada é enviado; vai para o marcado</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nada a enviar</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>saved here; the program sends it</source>
        <translation>salvo aqui; o programa envia</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Encerrada</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Desconto em %</translation>
    </message>
    <message>
        <source>20 % off each of these products</source>
        <translation>20 % de desconto em cada um destes produtos</translation>
    </message>
    <message>
        <source>Money off</source>
        <translation>Desconto em dinheiro</translation>
    </message>
    <message>
        <source>1.00 off each of these products</source>
        <translation>1,00 de desconto em cada um destes produtos</translation>
    </message>
    <message>
        <source>Percent off the second one</source>
        <translation>Desconto na segunda unidade</translation>
    </message>
    <message>
        <source>buy two, the second at half price</source>
        <translation>leve duas, a segunda pela metade</translation>
    </message>
    <message>
        <source>Several of the same, percent off</source>
        <translation>Vários iguais, desconto em %</translation>
    </message>
    <message>
        <source>buy 3 of the same, 15 % off</source>
        <translation>leve 3 iguais, 15 % de desconto</translation>
    </message>
    <message>
        <source>Several of the same, one price</source>
        <translation>Vários iguais, preço único</translation>
    </message>
    <message>
        <source>3 of the same for 5.00</source>
        <translation>3 iguais por 5,00</translation>
    </message>
    <message>
        <source>Mixed, percent off</source>
        <translation>Combinados, desconto em %</translation>
    </message>
    <message>
        <source>any 3 of these products, 15 % off</source>
        <translation>quaisquer 3 destes produtos, 15 % de desconto</translation>
    </message>
    <message>
        <source>Mixed, one price</source>
        <translation>Combinados, preço único</translation>
    </message>
    <message>
        <source>any 3 of these products for 5.00</source>
        <translation>quaisquer 3 destes produtos por 5,00</translation>
    </message>
    <message>
        <source>Percent off the basket</source>
        <translation>Desconto na compra</translation>
    </message>
    <message>
        <source>10 % off from 30.00 on</source>
        <translation>10 % de desconto a partir de 30,00</translation>
    </message>
    <message>
        <source>Free delivery</source>
        <translation>Entrega grátis</translation>
    </message>
    <message>
        <source>no delivery fee from 20.00 on</source>
        <translation>sem taxa de entrega a partir de 20,00</translation>
    </message>
    <message>
        <source>Pieces free</source>
        <translation>Leve mais, pague menos</translation>
    </message>
    <message>
        <source>3 for 2</source>
        <translation>leve 3, pague 2</translation>
    </message>
    <message>
        <source>From so many on, percent off</source>
        <translation>A partir de tantas, desconto em %</translation>
    </message>
    <message>
        <source>buy 6 or more, save 25 %</source>
        <translation>leve 6 ou mais, economize 25 %</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Preço reduzido</translation>
    </message>
    <message>
        <source>the old price is shown struck through</source>
        <translation>o preço antigo aparece riscado</translation>
    </message>
    <message>
        <source>Bundle of the same</source>
        <translation>Combo do mesmo produto</translation>
    </message>
    <message>
        <source>buy 2, get 1 free or reduced</source>
        <translation>compre 2, leve 1 grátis ou com desconto</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Preço novo</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promoção</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Ler o arquivo</translation>
    </message>
    <message>
        <source>Bring in as drafts</source>
        <translation>Trazer como rascunhos</translation>
    </message>
    <message>
        <source>They are live already</source>
        <translation>Já estão no ar</translation>
    </message>
    <message>
        <source>Write into this file</source>
        <translation>Gravar neste arquivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Path of a .json or .csv file</source>
        <translation>Caminho de um arquivo .json ou .csv</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Files of promotions</source>
        <translation>Arquivos de promoções</translation>
    </message>
    <message>
        <source>F7 writes into the file, as Deliveroo’s JSON or as CSV: {promotions}.</source>
        <translation>F7 grava no arquivo, como JSON da Deliveroo ou CSV: {promotions}.</translation>
    </message>
    <message>
        <source>nothing is brought in</source>
        <translation>nada é trazido</translation>
    </message>
    <message>
        <source>F5 checks them</source>
        <translation>F5 confere</translation>
    </message>
    <message>
        <source>What is brought in counts as live: made elsewhere, the platform has it. F3 undoes it.</source>
        <translation>O que é trazido conta como no ar: feito em outro lugar, a plataforma já tem. F3 desfaz.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Escolha um arquivo</translation>
    </message>
    <message>
        <source>reads it</source>
        <translation>lê o arquivo</translation>
    </message>
    <message>
        <source>There is no .json or .csv file in {folder}.</source>
        <translation>Não há arquivo .json ou .csv em {folder}.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>O arquivo não pode ser lido</translation>
    </message>
    <message>
        <source>brings them in, nothing is sent</source>
        <translation>traz as promoções, nada é enviado</translation>
    </message>
    <message>
        <source>Nothing is brought in</source>
        <translation>Nada foi trazido</translation>
    </message>
    <message>
        <source>Name a .json or .csv file</source>
        <translation>Indique um arquivo .json ou .csv</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nada a gravar</translation>
    </message>
    <message>
        <source>There is such a file already</source>
        <translation>Já existe um arquivo assim</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>O arquivo não pode ser gravado</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>pasta</translation>
    </message>
    <message>
        <source>promotion {number}</source>
        <translation>promoção {number}</translation>
    </message>
    <message>
        <source>Must be mended</source>
        <translation>É preciso corrigir</translation>
    </message>
    <message>
        <source>Is that meant?</source>
        <translation>É isso mesmo?</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Nova aqui</translation>
    </message>
    <message>
        <source>Same as here</source>
        <translation>Igual à daqui</translation>
    </message>
    <message>
        <source>Changes it here</source>
        <translation>Altera a daqui</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Mecânica</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Público</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lojas</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Pieces to buy</source>
        <translation>Unidades a comprar</translation>
    </message>
    <message>
        <source>Smallest basket</source>
        <translation>Compra mínima</translation>
    </message>
    <message>
        <source>Alcohol</source>
        <translation>Bebidas alcoólicas</translation>
    </message>
    <message>
        <source>Price for all together</source>
        <translation>Preço por todas juntas</translation>
    </message>
    <message>
        <source>Pieces of them free</source>
        <translation>Delas, grátis</translation>
    </message>
    <message>
        <source>At most off</source>
        <translation>Desconto máximo</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Descontos</translation>
    </message>
    <message>
        <source>Kind of discount</source>
        <translation>Tipo de desconto</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Pieces at most</source>
        <translation>Máximo de unidades</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Names by language</source>
        <translation>Nomes por idioma</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Times in all</source>
        <translation>Vezes ao todo</translation>
    </message>
    <message>
        <source>Most off an order</source>
        <translation>Máximo por pedido</translation>
    </message>
    <message>
        <source>Most pieces in an order</source>
        <translation>Máximo de unidades por pedido</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativa</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>todos os clientes</translation>
    </message>
    <message>
        <source>loyalty customers</source>
        <translation>clientes fidelidade</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>entrega</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>retirada na loja</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>contam</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>não contam</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>não informado</translation>
    </message>
    <message>
        <source>competition</source>
        <translation>concorrência</translation>
    </message>
    <message>
        <source>too much in stock</source>
        <translation>estoque demais</translation>
    </message>
    <message>
        <source>leaves the range</source>
        <translation>sai de linha</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>vence logo</translation>
    </message>
    <message>
        <source>paid by the supplier</source>
        <translation>pago pelo fornecedor</translation>
    </message>
    <message>
        <source>trading</source>
        <translation>comercial</translation>
    </message>
    <message>
        <source>composed here</source>
        <translation>criada aqui</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>alterada aqui</translation>
    </message>
    <message>
        <source>taken back here</source>
        <translation>retirada aqui</translation>
    </message>
    <message>
        <source>brought in from a file: made elsewhere</source>
        <translation>trazida de um arquivo: feita em outro lugar</translation>
    </message>
    <message>
        <source>a person said: the platform has it</source>
        <translation>uma pessoa disse: a plataforma tem</translation>
    </message>
    <message>
        <source>a person said: the platform does not have it</source>
        <translation>uma pessoa disse: a plataforma não tem</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>a enviar</translation>
    </message>
    <message>
        <source>a person wants it stopped</source>
        <translation>uma pessoa quer parar</translation>
    </message>
    <message>
        <source>the platform gave an address for the file</source>
        <translation>a plataforma deu um endereço para o arquivo</translation>
    </message>
    <message>
        <source>that address was given up; a new one is asked for</source>
        <translation>o endereço foi abandonado; pede-se um novo</translation>
    </message>
    <message>
        <source>the file leaves</source>
        <translation>o arquivo sai</translation>
    </message>
    <message>
        <source>the file has arrived</source>
        <translation>o arquivo chegou</translation>
    </message>
    <message>
        <source>it is not certain whether the file arrived</source>
        <translation>não é certo que o arquivo tenha chegado</translation>
    </message>
    <message>
        <source>the file did not get through; it is tried again</source>
        <translation>o arquivo não passou; tenta-se de novo</translation>
    </message>
    <message>
        <source>the file has not arrived; it is sent again</source>
        <translation>o arquivo não chegou; é enviado de novo</translation>
    </message>
    <message>
        <source>the program ended while it was on its way</source>
        <translation>o programa terminou durante o envio</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>the platform took it and works on it</source>
        <translation>a plataforma recebeu e processa</translation>
    </message>
    <message>
        <source>the platform says</source>
        <translation>a plataforma diz</translation>
    </message>
    <message>
        <source>the platform works on it already; it is tried again</source>
        <translation>a plataforma já está processando; tenta-se de novo</translation>
    </message>
    <message>
        <source>no good answer; it is tried again</source>
        <translation>sem boa resposta; tenta-se de novo</translation>
    </message>
    <message>
        <source>the platform reported back</source>
        <translation>a plataforma avisou</translation>
    </message>
    <message>
        <source>a person asked again</source>
        <translation>uma pessoa perguntou de novo</translation>
    </message>
    <message>
        <source>All taken</source>
        <translation>Todas aceitas</translation>
    </message>
    <message>
        <source>Partly taken</source>
        <translation>Aceita em parte</translation>
    </message>
    <message>
        <source>The platform had it already</source>
        <translation>A plataforma já tinha</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Não aceita</translation>
    </message>
    <message>
        <source>Never arrived</source>
        <translation>Nunca chegou</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Incerta</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation>Trocado por um mais novo</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nada a fazer</translation>
    </message>
    <message>
        <source>Waits to leave</source>
        <translation>Espera para sair</translation>
    </message>
    <message>
        <source>About to leave</source>
        <translation>Prestes a sair</translation>
    </message>
    <message>
        <source>Not certain, asking again</source>
        <translation>Incerto, perguntando de novo</translation>
    </message>
    <message>
        <source>With the platform</source>
        <translation>Com a plataforma</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alterar</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aceita</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Sem resposta ainda</translation>
    </message>
    <message>
        <source>The platform does not know these products: {items}</source>
        <translation>A plataforma não conhece estes produtos: {items}</translation>
    </message>
    <message>
        <source>Another promotion runs for these products: {items}</source>
        <translation>Outra promoção está no ar para estes produtos: {items}</translation>
    </message>
    <message>
        <source>The platform refuses the period.</source>
        <translation>A plataforma recusa o período.</translation>
    </message>
    <message>
        <source>The platform gave no reason.</source>
        <translation>A plataforma não informou o motivo.</translation>
    </message>
    <message>
        <source>It is not there any more, or they are not of one account.</source>
        <translation>Não existe mais, ou não são de uma mesma conta.</translation>
    </message>
    <message>
        <source>There is a promotion with this id already.</source>
        <translation>Já existe uma promoção com este id.</translation>
    </message>
    <message>
        <source>The id was sent already: copy the promotion for another id.</source>
        <translation>O id já foi enviado: copie a promoção para ter outro.</translation>
    </message>
    <message>
        <source>It was taken back: copy it to use it again.</source>
        <translation>Foi retirada: copie-a para usar de novo.</translation>
    </message>
    <message>
        <source>It is on its way: wait until the platform has answered.</source>
        <translation>Está a caminho: espere a resposta da plataforma.</translation>
    </message>
    <message>
        <source>It was changed after the check: check it again.</source>
        <translation>Foi alterada depois da conferência: confira de novo.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform has it: say so first.</source>
        <translation>Não é certo que a plataforma a tenha: diga isso primeiro.</translation>
    </message>
    <message>
        <source>The platform has no words for it.</source>
        <translation>A plataforma não tem como dizer isso.</translation>
    </message>
    <message>
        <source>The platform has it as it stands here.</source>
        <translation>A plataforma já a tem como está aqui.</translation>
    </message>
    <message>
        <source>It is over already.</source>
        <translation>Já terminou.</translation>
    </message>
    <message>
        <source>Nothing about it is uncertain.</source>
        <translation>Nada nela é incerto.</translation>
    </message>
    <message>
        <source>Something has to be mended first.</source>
        <translation>Algo precisa ser corrigido antes.</translation>
    </message>
    <message>
        <source>It could not be saved.</source>
        <translation>Não pôde ser salvo.</translation>
    </message>
    <message>
        <source>It was changed meanwhile: look at it again.</source>
        <translation>Foi alterada nesse meio-tempo: olhe de novo.</translation>
    </message>
    <message>
        <source>No answer: your turn</source>
        <translation>Sem resposta: sua vez</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Compose a promotion</source>
        <translation>Criar uma promoção</translation>
    </message>
    <message>
        <source>saves it here, nothing is sent</source>
        <translation>salva aqui, nada é enviado</translation>
    </message>
    <message>
        <source>New at {platform}</source>
        <translation>Nova em {platform}</translation>
    </message>
    <message>
        <source>Change at {platform}</source>
        <translation>Alterar em {platform}</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Nenhum ainda</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não salva</translation>
    </message>
    <message>
        <source>It needs an id.</source>
        <translation>Ela precisa de um id.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Salva aqui</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nada é enviado</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ainda não salva</translation>
    </message>
    <message>
        <source>F9 saves it, Esc again leaves it</source>
        <translation>F9 salva, Esc de novo sai sem salvar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Tirar</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Tirar todos</translation>
    </message>
    <message>
        <source>These are all</source>
        <translation>São estes</translation>
    </message>
    <message>
        <source>Name or code of a product</source>
        <translation>Nome ou código de um produto</translation>
    </message>
    <message>
        <source>Type a name or code, scan a product, or paste a list</source>
        <translation>Digite um nome ou código, leia um produto ou cole uma lista</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Leia um produto</translation>
    </message>
    <message>
        <source>takes the marked one</source>
        <translation>aceita o marcado</translation>
    </message>
    <message>
        <source>That is no code of a product</source>
        <translation>Isso não é código de produto</translation>
    </message>
    <message>
        <source>is chosen already</source>
        <translation>já está escolhido</translation>
    </message>
    <message>
        <source>added</source>
        <translation>adicionado</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Scan the products one after another, or type a name.</source>
        <translation>Nada escolhido ainda. Leia os produtos um após o outro, ou digite um nome.</translation>
    </message>
    <message>
        <source>Not in the catalogue: {items}</source>
        <translation>Fora do catálogo: {items}</translation>
    </message>
    <message>
        <source>Enter takes it</source>
        <translation>Enter aceita</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Escolhido</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>Fora do catálogo</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Escolher esta</translation>
    </message>
    <message>
        <source>How shall it work?</source>
        <translation>Como ela deve funcionar?</translation>
    </message>
    <message>
        <source>Choose a mechanic</source>
        <translation>Escolha uma mecânica</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>escolhe</translation>
    </message>
</context>
<context>
    <name>QuitBanner</name>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Sair mesmo assim</translation>
    </message>
    <message>
        <source>Press again to quit</source>
        <translation>Aperte de novo para sair</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Say why. Esc goes back, and nothing is cancelled.</source>
        <translation>Diga o motivo. Esc volta, e nada é cancelado.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Cancelar o pedido</translation>
    </message>
    <message>
        <source>Cancel order {order}?</source>
        <translation>Cancelar o pedido {order}?</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Items are missing</source>
        <translation>Faltam itens</translation>
    </message>
    <message>
        <source>Items of the order are not in the shop.</source>
        <translation>Itens do pedido estão em falta na loja.</translation>
    </message>
    <message>
        <source>{name} ({amount} of {ordered})</source>
        <translation>{name} ({amount} de {ordered})</translation>
    </message>
    <message>
        <source>Missing in the shop: {items}.</source>
        <translation>Em falta na loja: {items}.</translation>
    </message>
    <message>
        <source>The shop is closed</source>
        <translation>A loja está fechada</translation>
    </message>
    <message>
        <source>The shop is closed and cannot make this order.</source>
        <translation>A loja está fechada e não consegue atender este pedido.</translation>
    </message>
    <message>
        <source>Too many orders</source>
        <translation>Pedidos demais</translation>
    </message>
    <message>
        <source>The shop has too many orders and cannot make this one in time.</source>
        <translation>A loja está com pedidos demais e não consegue atender este a tempo.</translation>
    </message>
    <message>
        <source>The address is outside the area to which the shop delivers.</source>
        <translation>O endereço está fora da área de entrega da loja.</translation>
    </message>
    <message>
        <source>We do not deliver there</source>
        <translation>Não entregamos nesse endereço</translation>
    </message>
</context>
<context>
    <name>RejectPanel</name>
    <message>
        <source>This is what they read:</source>
        <translation>É isto que a central vai ler:</translation>
    </message>
    <message>
        <source>Why the order is rejected</source>
        <translation>Por que o pedido é rejeitado</translation>
    </message>
    <message>
        <source>Reject order {order}?</source>
        <translation>Rejeitar o pedido {order}?</translation>
    </message>
    <message>
        <source>This does not cancel the order: {platform} will phone the shop.</source>
        <translation>Isto não cancela o pedido: o {platform} vai ligar para a loja.</translation>
    </message>
    <message>
        <source>The order is confirmed already: the customer is waiting for it.</source>
        <translation>O pedido já está confirmado: o cliente está esperando.</translation>
    </message>
    <message>
        <source>Hand it to {platform}’s desk</source>
        <translation>Passar para a central do {platform}</translation>
    </message>
    <message>
        <source>Confirmed already! Press Enter again to hand it to {platform}’s desk all the same.</source>
        <translation>Já está confirmado! Enter de novo passa o pedido para a central do {platform} assim mesmo.</translation>
    </message>
</context>
<context>
    <name>RereadCard</name>
    <message>
        <source>new line</source>
        <translation>item novo</translation>
    </message>
    <message>
        <source>line gone</source>
        <translation>item retirado</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>quantidade</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produto</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
    <message>
        <source>wish</source>
        <translation>observação</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>entrega</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>desconto</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>pagamento</translation>
    </message>
    <message>
        <source>note</source>
        <translation>observação do pedido</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>address</source>
        <translation>endereço</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefone</translation>
    </message>
    <message>
        <source>due time</source>
        <translation>horário prometido</translation>
    </message>
    <message>
        <source>delivery or take-away</source>
        <translation>entrega ou retirada</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>loja</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Ler de novo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>read at {time}</source>
        <translation>lido às {time}</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lendo</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>não foi lido</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>está diferente</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>está igual</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Unknown label</source>
        <translation>Etiqueta desconhecida</translation>
    </message>
    <message>
        <source>says once and for all that it is {name}</source>
        <translation>diz de uma vez por todas que é {name}</translation>
    </message>
    <message>
        <source>That is a carton</source>
        <translation>Isso é uma caixa fechada</translation>
    </message>
    <message>
        <source>of {name}: scan one piece</source>
        <translation>de {name}: leia uma unidade</translation>
    </message>
    <message>
        <source>The label is misprinted</source>
        <translation>A etiqueta saiu errada</translation>
    </message>
    <message>
        <source>Its inner check digit is wrong: print it again.</source>
        <translation>O dígito interno não confere: imprima de novo.</translation>
    </message>
    <message>
        <source>The label does not fit the scale’s rule</source>
        <translation>A etiqueta não segue a regra da balança</translation>
    </message>
    <message>
        <source>Nothing was taken. Teach it: the scanner’s page, labels.</source>
        <translation>Nada foi registrado. Ensine: página do leitor, etiquetas.</translation>
    </message>
    <message>
        <source>The scanner is in ALT mode</source>
        <translation>O leitor está no modo ALT</translation>
    </message>
    <message>
        <source>Set it to normal keyboard mode: this way nothing can be read.</source>
        <translation>Passe para o modo teclado normal: assim nada pode ser lido.</translation>
    </message>
    <message>
        <source>Scanner is off</source>
        <translation>Leitor desligado</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Digitado</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{before} → {amount} of {ordered}</source>
        <translation>{before} → {amount} de {ordered}</translation>
    </message>
    <message>
        <source>same label, still {amount} of {ordered}</source>
        <translation>mesma etiqueta, continua {amount} de {ordered}</translation>
    </message>
    <message>
        <source>The weight is 0</source>
        <translation>O peso é 0</translation>
    </message>
    <message>
        <source>{name} · weigh it again</source>
        <translation>{name} · pese de novo</translation>
    </message>
    <message>
        <source>The price on the label is 0</source>
        <translation>O preço na etiqueta é 0</translation>
    </message>
    <message>
        <source>{name} · print the label again</source>
        <translation>{name} · imprima a etiqueta de novo</translation>
    </message>
    <message>
        <source>Is {amount} kg on the label?</source>
        <translation>A etiqueta diz {amount} kg?</translation>
    </message>
    <message>
        <source>takes it · {price} at {per_kg} a kilogram · F7: another price</source>
        <translation>aceita · {price} a {per_kg} o quilo · F7: outro preço</translation>
    </message>
    <message>
        <source>{price} for {name}?</source>
        <translation>{price} por {name}?</translation>
    </message>
    <message>
        <source>takes {amount} kg all the same · {ordered} ordered</source>
        <translation>aceita {amount} kg mesmo assim · pedido: {ordered}</translation>
    </message>
    <message>
        <source>{amount} kg of {name}?</source>
        <translation>{amount} kg de {name}?</translation>
    </message>
    <message>
        <source>takes it all the same · {ordered} ordered</source>
        <translation>aceita mesmo assim · pedido: {ordered}</translation>
    </message>
    <message>
        <source>Ended {ends}</source>
        <translation>Venceu em {ends}</translation>
    </message>
    <message>
        <source>takes it all the same · {name}</source>
        <translation>aceita mesmo assim · {name}</translation>
    </message>
    <message>
        <source>scan the label again</source>
        <translation>leia a etiqueta de novo</translation>
    </message>
    <message>
        <source>× {times}</source>
        <translation>× {times}</translation>
    </message>
    <message>
        <source>the next product counts for so many</source>
        <translation>o próximo produto vale por essa quantidade</translation>
    </message>
    <message>
        <source>One more pack</source>
        <translation>Mais um pacote</translation>
    </message>
    <message>
        <source>the next label comes on top</source>
        <translation>a próxima etiqueta será somada</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>does nothing here</source>
        <translation>não faz nada aqui</translation>
    </message>
    <message>
        <source>Nothing is cancelled</source>
        <translation>Nada foi cancelado</translation>
    </message>
    <message>
        <source>Scan REJECT, then CONFIRM within 30 seconds.</source>
        <translation>Leia RECUSAR e, em até 30 segundos, CONFIRMAR.</translation>
    </message>
    <message>
        <source>No label printer</source>
        <translation>Sem impressora de etiquetas</translation>
    </message>
    <message>
        <source>The scanner works</source>
        <translation>O leitor funciona</translation>
    </message>
    <message>
        <source>No other order waits</source>
        <translation>Nenhum outro pedido espera</translation>
    </message>
    <message>
        <source>found after all</source>
        <translation>encontrado afinal</translation>
    </message>
    <message>
        <source>code mended: digits were missing</source>
        <translation>código completado: faltavam dígitos</translation>
    </message>
    <message>
        <source>only a part of the code was read</source>
        <translation>só parte do código foi lida</translation>
    </message>
    <message>
        <source>ends {ends}</source>
        <translation>vence em {ends}</translation>
    </message>
    <message>
        <source>{amount} of {ordered}</source>
        <translation>{amount} de {ordered}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não tem na loja</translation>
    </message>
    <message>
        <source>taken out again</source>
        <translation>retirado de novo</translation>
    </message>
    <message>
        <source>put in as the replacement</source>
        <translation>entrou como troca</translation>
    </message>
    <message>
        <source>added</source>
        <translation>incluído</translation>
    </message>
    <message>
        <source>new price</source>
        <translation>preço novo</translation>
    </message>
    <message>
        <source>{order} is finished</source>
        <translation>{order} concluído</translation>
    </message>
    <message>
        <source>saved here, on its way to the platform</source>
        <translation>salvo aqui, a caminho da plataforma</translation>
    </message>
    <message>
        <source>{order} is cancelled</source>
        <translation>{order} cancelado</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Desfeito</translation>
    </message>
    <message>
        <source>Cart check</source>
        <translation>Conferência do carrinho</translation>
    </message>
    <message>
        <source>asking the platform; go on picking</source>
        <translation>perguntando à plataforma; continue separando</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Pronto para enviar</translation>
    </message>
    <message>
        <source>Order {order}</source>
        <translation>Pedido {order}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>escolhido</translation>
    </message>
    <message>
        <source>{order} needs it</source>
        <translation>{order} precisa disto</translation>
    </message>
    <message>
        <source>picks it there · {platform} · {name}</source>
        <translation>registra lá · {platform} · {name}</translation>
    </message>
    <message>
        <source>No open order needs it</source>
        <translation>Nenhum pedido aberto precisa disto</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Código desconhecido</translation>
    </message>
    <message>
        <source>{code}</source>
        <translation>{code}</translation>
    </message>
    <message>
        <source>Two products fit</source>
        <translation>Dois produtos combinam</translation>
    </message>
    <message>
        <source>Not readable, scan again</source>
        <translation>Ilegível, leia de novo</translation>
    </message>
    <message>
        <source>weigh it and type the kilograms</source>
        <translation>pese e digite os quilos</translation>
    </message>
    <message>
        <source>sold by weight: weigh it and type the kilograms</source>
        <translation>vendido por peso: pese e digite os quilos</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Não foi aceito</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>aceita</translation>
    </message>
    <message>
        <source>NOT SAVED: do it again</source>
        <translation>NÃO FOI SALVO: faça de novo</translation>
    </message>
    <message>
        <source>Nothing was taken. You: see that the disk has room. {words}</source>
        <translation>Nada foi aceito. Você: veja se há espaço no disco. {words}</translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation>Lido duas vezes</translation>
    </message>
    <message>
        <source>counted once</source>
        <translation>contado uma vez</translation>
    </message>
    <message>
        <source>Scanner is off here</source>
        <translation>O leitor está desligado aqui</translation>
    </message>
    <message>
        <source>Take {amount}? {ordered} were ordered</source>
        <translation>Aceitar {amount}? O pedido é {ordered}</translation>
    </message>
    <message>
        <source>takes it all the same</source>
        <translation>aceita mesmo assim</translation>
    </message>
    <message>
        <source>This order is accepted already</source>
        <translation>Este pedido já foi aceito</translation>
    </message>
    <message>
        <source>{name} is complete</source>
        <translation>{name} está completo</translation>
    </message>
    <message>
        <source>was replaced by another product</source>
        <translation>foi trocado por outro produto</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Diga o motivo</translation>
    </message>
    <message>
        <source>A text of 1 to {most} characters.</source>
        <translation>Um texto de 1 a {most} caracteres.</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>Não é um preço</translation>
    </message>
    <message>
        <source>A number above 0 with at most {digits} decimals.</source>
        <translation>Um número acima de 0 com no máximo {digits} casas decimais.</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Escolha um motivo</translation>
    </message>
    <message>
        <source>{reasons}</source>
        <translation>{reasons}</translation>
    </message>
    <message>
        <source>Too little: at least {minimum} {unit}</source>
        <translation>Pouco: no mínimo {minimum} {unit}</translation>
    </message>
    <message>
        <source>{name} · take {minimum} or more, or F3 not found, or F4 replace</source>
        <translation>{name} · leve {minimum} ou mais, ou F3 não tem, ou F4 trocar</translation>
    </message>
    <message>
        <source>This order is cancelled</source>
        <translation>Este pedido está cancelado</translation>
    </message>
    <message>
        <source>nothing more can be changed</source>
        <translation>nada mais pode ser mudado</translation>
    </message>
    <message>
        <source>This order is finished</source>
        <translation>Este pedido está concluído</translation>
    </message>
    <message>
        <source>{name} cannot be changed here</source>
        <translation>{name} não pode ser mudado aqui</translation>
    </message>
    <message>
        <source>its price type is not known</source>
        <translation>o tipo de preço não é conhecido</translation>
    </message>
    <message>
        <source>is made of the lines below it: take those</source>
        <translation>é formado pelas linhas abaixo: separe essas</translation>
    </message>
    <message>
        <source>Not an amount</source>
        <translation>Não é uma quantidade</translation>
    </message>
    <message>
        <source>Type a number above 0.</source>
        <translation>Digite um número acima de 0.</translation>
    </message>
    <message>
        <source>No cart check</source>
        <translation>Sem conferência do carrinho</translation>
    </message>
    <message>
        <source>This platform has none.</source>
        <translation>Esta plataforma não tem.</translation>
    </message>
    <message>
        <source>This order is not picked here</source>
        <translation>Este pedido não é separado aqui</translation>
    </message>
    <message>
        <source>nothing can be changed</source>
        <translation>nada pode ser mudado</translation>
    </message>
    <message>
        <source>is counted, not weighed</source>
        <translation>é contado, não pesado</translation>
    </message>
    <message>
        <source>taken as ordered</source>
        <translation>separado como pedido</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>É {name}?</translation>
    </message>
    <message>
        <source>remembers the code for it and counts one</source>
        <translation>memoriza o código e conta um</translation>
    </message>
    <message>
        <source>{order} is accepted</source>
        <translation>{order} foi aceito</translation>
    </message>
    <message>
        <source>{order} goes to the platform’s own desk</source>
        <translation>{order} vai para a central da plataforma</translation>
    </message>
    <message>
        <source>this does not cancel it: the platform will phone</source>
        <translation>isto não cancela: a plataforma vai ligar</translation>
    </message>
    <message>
        <source>{order} is delivered</source>
        <translation>{order} foi entregue</translation>
    </message>
    <message>
        <source>Reading the order again</source>
        <translation>Lendo o pedido de novo</translation>
    </message>
    <message>
        <source>what differs is shown; go on picking</source>
        <translation>mostra o que mudou; continue separando</translation>
    </message>
    <message>
        <source>Not a day to begin</source>
        <translation>Data de início inválida</translation>
    </message>
    <message>
        <source>A price begins today or on a later day.</source>
        <translation>Um preço começa hoje ou em um dia seguinte.</translation>
    </message>
    <message>
        <source>No shop</source>
        <translation>Nenhuma loja</translation>
    </message>
    <message>
        <source>Choose a shop whose prices and products can be set from here.</source>
        <translation>Escolha uma loja cujos preços e produtos possam ser mudados daqui.</translation>
    </message>
    <message>
        <source>Not possible with this order now</source>
        <translation>Não é possível com este pedido agora</translation>
    </message>
    <message>
        <source>This platform cannot be told of that</source>
        <translation>Não dá para informar isso a esta plataforma</translation>
    </message>
    <message>
        <source>You: mark what is missing and agree with the customer by phone</source>
        <translation>Você: marque o que falta e combine com o cliente por telefone</translation>
    </message>
    <message>
        <source>{name} has a price from {start} on</source>
        <translation>{name} já tem preço a partir de {start}</translation>
    </message>
    <message>
        <source>puts the new one in its place</source>
        <translation>coloca o novo no lugar</translation>
    </message>
    <message>
        <source>Say why the shop closes</source>
        <translation>Diga por que a loja fecha</translation>
    </message>
    <message>
        <source>Whole pieces only</source>
        <translation>Só unidades inteiras</translation>
    </message>
    <message>
        <source>{name} is counted in whole pieces.</source>
        <translation>{name} é contado em unidades inteiras.</translation>
    </message>
    <message>
        <source>Nothing of this order was found</source>
        <translation>Nada deste pedido foi encontrado</translation>
    </message>
    <message>
        <source>You: reject it and say what is missing</source>
        <translation>Você: rejeite e diga o que falta</translation>
    </message>
    <message>
        <source>You: cancel it with Ctrl+Delete, items are not available</source>
        <translation>Você: cancele com Ctrl+Delete, itens indisponíveis</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada para desfazer</translation>
    </message>
    <message>
        <source>Too much: at most {maximum} {unit}</source>
        <translation>Demais: no máximo {maximum} {unit}</translation>
    </message>
    <message>
        <source>{name} · nothing was taken</source>
        <translation>{name} · nada foi aceito</translation>
    </message>
    <message>
        <source>sold by weight: the platform computes the price</source>
        <translation>vendido por peso: a plataforma calcula o preço</translation>
    </message>
    <message>
        <source>Already sent</source>
        <translation>Já enviado</translation>
    </message>
    <message>
        <source>It cannot be undone here.</source>
        <translation>Não pode ser desfeito aqui.</translation>
    </message>
    <message>
        <source>Not as ordered: {count} lines</source>
        <translation>Diferente do pedido: {count} linhas</translation>
    </message>
    <message>
        <source>finishes all the same · the customer still pays for them: agree by phone</source>
        <translation>finaliza mesmo assim · o cliente ainda paga por elas: combine por telefone</translation>
    </message>
    <message>
        <source>{name}: at least {minimum} {unit}</source>
        <translation>{name}: no mínimo {minimum} {unit}</translation>
    </message>
    <message>
        <source>{amount} picked · pick more, or F3 not found</source>
        <translation>{amount} na sacola · separe mais, ou F3 não tem</translation>
    </message>
    <message>
        <source>Over {maximum} kg</source>
        <translation>Mais de {maximum} kg</translation>
    </message>
    <message>
        <source>{amount} kg were given · weigh again</source>
        <translation>informado {amount} kg · pese de novo</translation>
    </message>
    <message>
        <source>One price only</source>
        <translation>Só um preço</translation>
    </message>
    <message>
        <source>unit or total</source>
        <translation>de um ou de todos</translation>
    </message>
    <message>
        <source>first {name}</source>
        <translation>primeiro {name}</translation>
    </message>
    <message>
        <source>This line is not part of the order</source>
        <translation>Esta linha não faz parte do pedido</translation>
    </message>
    <message>
        <source>This order is with the platform’s own desk</source>
        <translation>Este pedido está com a central da plataforma</translation>
    </message>
    <message>
        <source>nothing can be changed here; the platform will phone</source>
        <translation>nada pode ser mudado aqui; a plataforma vai ligar</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>Não está no catálogo</translation>
    </message>
    <message>
        <source>{code} · type the name instead</source>
        <translation>{code} · digite o nome</translation>
    </message>
    <message>
        <source>That is an order&apos;s code</source>
        <translation>É o código de um pedido</translation>
    </message>
    <message>
        <source>Finish or leave the replacement first.</source>
        <translation>Antes conclua ou saia da troca.</translation>
    </message>
    <message>
        <source>Not scanned in</source>
        <translation>Leitura não aceita</translation>
    </message>
    <message>
        <source>First choose a reason with Enter, or go back with Esc.</source>
        <translation>Primeiro escolha um motivo com Enter ou volte com Esc.</translation>
    </message>
    <message>
        <source>while a secret is typed</source>
        <translation>enquanto se digita uma senha</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegível</translation>
    </message>
    <message>
        <source>The scanner types in ALT mode. You: switch it to plain keyboard mode.</source>
        <translation>O leitor digita em modo ALT. Você: mude para o modo de teclado comum.</translation>
    </message>
    <message>
        <source>The question was too old.</source>
        <translation>A pergunta já tinha passado.</translation>
    </message>
    <message>
        <source>all lines are done: F9 finishes</source>
        <translation>todas as linhas prontas: F9 conclui</translation>
    </message>
    <message>
        <source>{left} more</source>
        <translation>mais {left}</translation>
    </message>
    <message>
        <source>takes one more</source>
        <translation>aceita mais um</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Well</source>
        <translation>Tudo certo</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ver isto</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Não funciona</translation>
    </message>
    <message>
        <source>Enter looks at configuration, computer, tunnel and platforms.</source>
        <translation>Enter verifica configuração, computador, túnel e plataformas.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Save a support file</source>
        <translation>Salvar um arquivo de suporte</translation>
    </message>
    <message>
        <source>The support file is being saved …</source>
        <translation>O arquivo de suporte está sendo salvo …</translation>
    </message>
    <message>
        <source>Looking at configuration, computer, tunnel and platforms …</source>
        <translation>Verificando configuração, computador, túnel e plataformas …</translation>
    </message>
    <message>
        <source>The check could not be started: {words}</source>
        <translation>A verificação não pôde começar: {words}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Está tudo certo</translation>
    </message>
    <message>
        <source>Does not work: {failed} · to look at: {warned} · well: {well}</source>
        <translation>Não funciona: {failed} · para ver: {warned} · certo: {well}</translation>
    </message>
    <message>
        <source>It could not be written: {words}</source>
        <translation>Não foi possível gravá-lo: {words}</translation>
    </message>
    <message>
        <source>Support file not saved</source>
        <translation>Arquivo de suporte não salvo</translation>
    </message>
    <message>
        <source>Support file: {path}</source>
        <translation>Arquivo de suporte: {path}</translation>
    </message>
    <message>
        <source>{path} · it holds no secret and no customer</source>
        <translation>{path} · não contém segredos nem clientes</translation>
    </message>
    <message>
        <source>Support file saved</source>
        <translation>Arquivo de suporte salvo</translation>
    </message>
</context>
<context>
    <name>Scanner</name>
    <message>
        <source>Taken</source>
        <translation>Aceito</translation>
    </message>
    <message>
        <source>That is another code</source>
        <translation>É outro código</translation>
    </message>
    <message>
        <source>scan the one that is shown</source>
        <translation>leia o que está na tela</translation>
    </message>
    <message>
        <source>a label has 13 digits; at most eight are taken</source>
        <translation>uma etiqueta tem 13 dígitos; no máximo oito são aceitas</translation>
    </message>
    <message>
        <source>The scanner is known now</source>
        <translation>O leitor agora é conhecido</translation>
    </message>
    <message>
        <source>These labels are read from now on</source>
        <translation>Estas etiquetas são lidas de agora em diante</translation>
    </message>
    <message>
        <source>The rule is forgotten</source>
        <translation>A regra foi esquecida</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Não foi guardado</translation>
    </message>
    <message>
        <source>The sheet could not be saved</source>
        <translation>A folha não pôde ser salva</translation>
    </message>
    <message>
        <source>print it, and scan from it: {file}</source>
        <translation>imprima e leia os códigos dela: {file}</translation>
    </message>
    <message>
        <source>The sheet is saved</source>
        <translation>A folha foi salva</translation>
    </message>
    <message>
        <source>Scanner and labels</source>
        <translation>Leitor e etiquetas</translation>
    </message>
    <message>
        <source>It is in ALT mode: set it to normal keyboard mode.</source>
        <translation>Está no modo ALT: passe para o modo teclado normal.</translation>
    </message>
    <message>
        <source>It types on the keypad: set it to the digits of the main row.</source>
        <translation>Digita no teclado numérico: ajuste para os números da fila principal.</translation>
    </message>
    <message>
        <source>Caps Lock is on: switch it off.</source>
        <translation>O Caps Lock está ligado: desligue.</translation>
    </message>
    <message>
        <source>Its keyboard layout is not this computer’s: codes are read by their keys; better set it to a US keyboard.</source>
        <translation>O layout do teclado dele não é o deste computador: os códigos são lidos pelas teclas; melhor ajustar para teclado dos EUA.</translation>
    </message>
    <message>
        <source>It leaves out the separator of long codes: switch on “send GS” (FNC1), or batch and date may be missed.</source>
        <translation>Ele omite o separador dos códigos longos: ligue “enviar GS” (FNC1), ou lote e validade podem faltar.</translation>
    </message>
    <message>
        <source>It sends another character for the separator: that is understood.</source>
        <translation>Ele envia outro caractere no lugar do separador: isso é entendido.</translation>
    </message>
    <message>
        <source>It sends no Enter behind a code: switch it on, scans are then quicker.</source>
        <translation>Ele não envia Enter depois do código: ligue, a leitura fica mais rápida.</translation>
    </message>
    <message>
        <source>It is slow: take out the delay between characters.</source>
        <translation>É lento: tire a pausa entre os caracteres.</translation>
    </message>
    <message>
        <source>You type about as quickly as it does: set its prefix to F12, then nothing can be confused.</source>
        <translation>Você digita quase tão rápido quanto ele: ajuste o prefixo F12 e nada se confunde.</translation>
    </message>
    <message>
        <source>The scanner has become slow</source>
        <translation>O leitor ficou lento</translation>
    </message>
    <message>
        <source>Its battery, its radio? Examine it again: the page Scanner.</source>
        <translation>A bateria, o rádio? Examine de novo: página Leitor.</translation>
    </message>
    <message>
        <source>The scanner is set otherwise than before</source>
        <translation>O leitor está ajustado de outro jeito</translation>
    </message>
    <message>
        <source>Its Enter is missing or new. Examine it again: the page Scanner.</source>
        <translation>O Enter dele sumiu ou é novo. Examine de novo: página Leitor.</translation>
    </message>
    <message>
        <source>The scanner’s layout is not this computer’s</source>
        <translation>O layout do leitor não é o deste computador</translation>
    </message>
    <message>
        <source>Codes are mended all the same. Examine it: the page Scanner.</source>
        <translation>Os códigos são corrigidos mesmo assim. Examine: página Leitor.</translation>
    </message>
    <message>
        <source>The serial scanner is not there</source>
        <translation>O leitor serial não está ligado</translation>
    </message>
    <message>
        <source>You: plug it in at {port}. It is tried again each second.</source>
        <translation>Você: ligue em {port}. Tentamos a cada segundo.</translation>
    </message>
    <message>
        <source>The serial scanner cannot be used</source>
        <translation>O leitor serial não pode ser usado</translation>
    </message>
    <message>
        <source>This installation lacks the part for serial ports.</source>
        <translation>Falta nesta instalação a parte das portas seriais.</translation>
    </message>
    <message>
        <source>The serial scanner is back</source>
        <translation>O leitor serial voltou</translation>
    </message>
    <message>
        <source>go on scanning</source>
        <translation>pode continuar lendo</translation>
    </message>
    <message>
        <source>No scan for 20 minutes</source>
        <translation>20 minutos sem leitura</translation>
    </message>
    <message>
        <source>If you did scan: is its cable in, its battery full?</source>
        <translation>Se você leu algo: o cabo está ligado, a bateria carregada?</translation>
    </message>
    <message>
        <source>Enter behind each code</source>
        <translation>Enter depois de cada código</translation>
    </message>
    <message>
        <source>Enter twice behind each code</source>
        <translation>Enter duas vezes depois de cada código</translation>
    </message>
    <message>
        <source>Tab behind each code</source>
        <translation>Tab depois de cada código</translation>
    </message>
    <message>
        <source>nothing behind a code</source>
        <translation>nada depois do código</translation>
    </message>
    <message>
        <source>kilograms</source>
        <translation>quilos</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}: safe</source>
        <translation>{key} ms por tecla, limite {limit}: seguro</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}; your fastest typing {typing} ms: safe</source>
        <translation>{key} ms por tecla, limite {limit}; você digita em {typing} ms: seguro</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}; your fastest typing {typing} ms: too close</source>
        <translation>{key} ms por tecla, limite {limit}; você digita em {typing} ms: perto demais</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}: too close</source>
        <translation>{key} ms por tecla, limite {limit}: perto demais</translation>
    </message>
    <message>
        <source>{key} before each code</source>
        <translation>{key} antes de cada código</translation>
    </message>
    <message>
        <source>the separator of long codes comes through</source>
        <translation>o separador dos códigos longos chega</translation>
    </message>
    <message>
        <source>the separator of long codes is left out</source>
        <translation>o separador dos códigos longos é omitido</translation>
    </message>
    <message>
        <source>the separator comes as {character}</source>
        <translation>o separador chega como {character}</translation>
    </message>
    <message>
        <source>read by the place of its keys</source>
        <translation>lido pela posição das teclas</translation>
    </message>
    <message>
        <source>read by its characters</source>
        <translation>lido pelos caracteres</translation>
    </message>
    <message>
        <source>its layout fits this computer’s</source>
        <translation>o layout dele é o deste computador</translation>
    </message>
    <message>
        <source>Too close to typing</source>
        <translation>Perto demais da digitação</translation>
    </message>
    <message>
        <source>Works, can be better</source>
        <translation>Funciona, pode melhorar</translation>
    </message>
    <message>
        <source>Well set</source>
        <translation>Bem ajustado</translation>
    </message>
    <message>
        <source>{n} for the product</source>
        <translation>{n} do produto</translation>
    </message>
    <message>
        <source>{n} must be zero</source>
        <translation>{n} devem ser zero</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} de conferência</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} ignorados</translation>
    </message>
    <message>
        <source>{n} for the {measure}, {decimals} behind the point</source>
        <translation>{n} de {measure}, {decimals} depois da vírgula</translation>
    </message>
    <message>
        <source>{store}: the scanner is not here</source>
        <translation>{store}: o leitor não está aqui</translation>
    </message>
</context>
<context>
    <name>ScannerDoctor</name>
    <message>
        <source>leaves it as it was</source>
        <translation>deixa como estava</translation>
    </message>
    <message>
        <source>What you type</source>
        <translation>O que você digita</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>How it is set</source>
        <translation>Como está ajustado</translation>
    </message>
    <message>
        <source>What to change on the scanner</source>
        <translation>O que mudar no leitor</translation>
    </message>
    <message>
        <source>Go by this from now on</source>
        <translation>Usar isto de agora em diante</translation>
    </message>
    <message>
        <source>Scan this code: {number} of {all}</source>
        <translation>Leia este código: {number} de {all}</translation>
    </message>
    <message>
        <source>Hold the scanner a hand’s breadth from the screen, as bright as it goes.</source>
        <translation>Segure o leitor a um palmo da tela, com o brilho no máximo.</translation>
    </message>
    <message>
        <source>Now type {digits} by hand</source>
        <translation>Agora digite {digits} à mão</translation>
    </message>
    <message>
        <source>As quickly as you ever do; then Enter. It shows how far apart you and it are.</source>
        <translation>O mais rápido que você consegue; depois Enter. Mostra a distância entre você e ele.</translation>
    </message>
    <message>
        <source>This is your scanner</source>
        <translation>Este é o seu leitor</translation>
    </message>
    <message>
        <source>Scans and typing are told apart by their speed.</source>
        <translation>Leitura e digitação se distinguem pela velocidade.</translation>
    </message>
    <message>
        <source>Nothing. Only switch off its own beep, if it has one.</source>
        <translation>Nada. Só desligue o bipe dele, se tiver.</translation>
    </message>
</context>
<context>
    <name>ScannerHome</name>
    <message>
        <source>The scanner</source>
        <translation>O leitor</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>volta</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Como está</translation>
    </message>
    <message>
        <source>Labels of the scale that are read</source>
        <translation>Etiquetas da balança que são lidas</translation>
    </message>
    <message>
        <source>Examine the scanner</source>
        <translation>Examinar o leitor</translation>
    </message>
    <message>
        <source>Scan three codes on the screen; the program sets itself.</source>
        <translation>Leia três códigos na tela; o programa se ajusta.</translation>
    </message>
    <message>
        <source>Teach a label</source>
        <translation>Ensinar uma etiqueta</translation>
    </message>
    <message>
        <source>Four to eight labels of your scale, and what is printed on each.</source>
        <translation>4 a 8 etiquetas e o que está impresso nelas.</translation>
    </message>
    <message>
        <source>Save the command sheet</source>
        <translation>Salvar a folha de comandos</translation>
    </message>
    <message>
        <source>A PDF to print: work a whole order with the scanner alone.</source>
        <translation>Um PDF para imprimir: um pedido inteiro só com o leitor.</translation>
    </message>
    <message>
        <source>Forget the rule {name}</source>
        <translation>Esquecer a regra {name}</translation>
    </message>
    <message>
        <source>Not examined yet</source>
        <translation>Ainda não examinado</translation>
    </message>
    <message>
        <source>It is told from typing by its speed: limit {limit} ms.</source>
        <translation>Distingue-se da digitação pela velocidade: limite {limit} ms.</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Examinado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Perto</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Serial scanner at {port}</source>
        <translation>Leitor serial em {port}</translation>
    </message>
    <message>
        <source>None: weights are typed. Teach your scale, or set the country of its labels.</source>
        <translation>Nenhuma: os pesos são digitados. Ensine sua balança ou informe o país das etiquetas.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerTeacher</name>
    <message>
        <source>Teach a label of your scale</source>
        <translation>Ensinar uma etiqueta da balança</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>takes the last one back</source>
        <translation>desfaz a última</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>The labels so far</source>
        <translation>As etiquetas até agora</translation>
    </message>
    <message>
        <source>What is printed on the label</source>
        <translation>O que está impresso na etiqueta</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>A regra</translation>
    </message>
    <message>
        <source>Read labels like this</source>
        <translation>Ler etiquetas assim</translation>
    </message>
    <message>
        <source>What does {label} say?</source>
        <translation>O que diz {label}?</translation>
    </message>
    <message>
        <source>The letter is the product: labels of one product have one letter.</source>
        <translation>A letra é o produto: etiquetas de um produto têm a mesma letra.</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
    <message numerus="yes">
        <source>Scan a label: %n more at least, of two products.</source>
        <translation>
            <numerusform>Leia uma etiqueta: falta ao menos %n, de dois produtos.</numerusform>
            <numerusform>Leia uma etiqueta: faltam ao menos %n, de dois produtos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a label of another product.</source>
        <translation>Leia uma etiqueta de outro produto.</translation>
    </message>
    <message>
        <source>Scan a label with another weight or price: three different ones are needed.</source>
        <translation>Leia uma etiqueta com outro peso ou preço: são precisos três diferentes.</translation>
    </message>
    <message>
        <source>Scan another label of one of these products.</source>
        <translation>Leia outra etiqueta de um destes produtos.</translation>
    </message>
    <message>
        <source>Two rules fit still. Scan one more label of product A with another value.</source>
        <translation>Duas regras ainda servem. Leia mais uma etiqueta do produto A com outro valor.</translation>
    </message>
    <message>
        <source>Label {number} does not fit the others: was it typed right? Ctrl Z takes back.</source>
        <translation>A etiqueta {number} não combina com as outras: foi digitada certo? Ctrl Z desfaz.</translation>
    </message>
    <message>
        <source>No rule fits these labels. Are they all of one kind?</source>
        <translation>Nenhuma regra serve para estas etiquetas. São todas do mesmo tipo?</translation>
    </message>
    <message>
        <source>This is how your labels are read. Check each line, then Enter.</source>
        <translation>Assim suas etiquetas são lidas. Confira cada linha e tecle Enter.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresso</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>É lido como</translation>
    </message>
    <message>
        <source>As these labels are: {pattern}</source>
        <translation>Como estas etiquetas: {pattern}</translation>
    </message>
    <message>
        <source>As {name} has it: {pattern}</source>
        <translation>Como em {name}: {pattern}</translation>
    </message>
    <message>
        <source>The second reads heavier or dearer labels than these as well; the first refuses them.</source>
        <translation>A segunda lê também etiquetas mais pesadas ou mais caras; a primeira as recusa.</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Picked</source>
        <translation>Separado</translation>
    </message>
    <message>
        <source>Weight set</source>
        <translation>Peso registrado</translation>
    </message>
    <message>
        <source>Was complete already</source>
        <translation>Já estava completo</translation>
    </message>
    <message>
        <source>Too much, nothing taken</source>
        <translation>Demais, nada foi aceito</translation>
    </message>
    <message>
        <source>Needed by another order</source>
        <translation>Outro pedido precisa dele</translation>
    </message>
    <message>
        <source>Needed by no open order</source>
        <translation>Nenhum pedido aberto precisa dele</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Código desconhecido</translation>
    </message>
    <message>
        <source>Two products fit</source>
        <translation>Dois produtos servem</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegível</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Não aceito</translation>
    </message>
    <message>
        <source>Asked whether it is meant</source>
        <translation>Perguntado se é isso mesmo</translation>
    </message>
    <message>
        <source>To be weighed</source>
        <translation>A pesar</translation>
    </message>
    <message>
        <source>Order opened</source>
        <translation>Pedido aberto</translation>
    </message>
    <message>
        <source>Product chosen</source>
        <translation>Produto escolhido</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Scanned twice, counted once</source>
        <translation>Lido duas vezes, contado uma</translation>
    </message>
    <message>
        <source>Scanner was off here</source>
        <translation>O leitor estava desligado aqui</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não salvo</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>desfeito</translation>
    </message>
    <message>
        <source>said yes to</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>Typed, no code</source>
        <translation>Digitado, não é código</translation>
    </message>
    <message>
        <source>order {code}</source>
        <translation>pedido {code}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Training: to look at, not to change</source>
        <translation>Treinamento: só para ver, não para mudar</translation>
    </message>
    <message>
        <source>Go into this page</source>
        <translation>Entrar nesta página</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar agora</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Delivery Hero</source>
        <translation>Delivery Hero</translation>
    </message>
    <message>
        <source>foodora, PedidosYa, Talabat, foodpanda and its other brands.</source>
        <translation>foodora, PedidosYa, Talabat, foodpanda e suas outras marcas.</translation>
    </message>
    <message>
        <source>iFood in Brazil, by its POS interface.</source>
        <translation>iFood no Brasil, pela interface de PDV.</translation>
    </message>
    <message>
        <source>Promotions only; no orders come from there.</source>
        <translation>Só promoções; de lá não vêm pedidos.</translation>
    </message>
    <message>
        <source>In the Partner Portal, under Shop Integrations, Settings, API: make credentials there; the portal shows the client ID and, once only, its secret. Chain and vendor ID stand beside the name of the store.</source>
        <translation>No Partner Portal, em Shop Integrations, Settings, API: crie ali as credenciais; o portal mostra o client ID e, uma única vez, o segredo. O ID da rede e o da loja ficam ao lado do nome da loja.</translation>
    </message>
    <message>
        <source>iFood gives these to you when it opens the POS integration for your shop: client ID and secret, a user with a password, and the number of each store.</source>
        <translation>O iFood os fornece quando abre a integração de PDV da sua loja: client ID e segredo, um usuário com senha e o número de cada loja.</translation>
    </message>
    <message>
        <source>Deliveroo gives these to you for its Partner Platform: client ID and secret, and the brand ID of the chain.</source>
        <translation>A Deliveroo os fornece para a Partner Platform: client ID e segredo, e o ID da marca da rede.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>The platform shows it once. It is saved in the keyring of this computer only.</source>
        <translation>A plataforma o mostra uma vez. É guardado só no chaveiro deste computador.</translation>
    </message>
    <message>
        <source>Fixed token</source>
        <translation>Token fixo</translation>
    </message>
    <message>
        <source>Only for an older sign-in by a fixed token.</source>
        <translation>Só para um acesso antigo por token fixo.</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Segredo do webhook</translation>
    </message>
    <message>
        <source>The platform shows it with each call; the same words are entered in its portal.</source>
        <translation>A plataforma o mostra em cada chamada; o mesmo é informado no portal dela.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>The password of the user. It is saved in the keyring of this computer only.</source>
        <translation>A senha do usuário. É guardada só no chaveiro deste computador.</translation>
    </message>
    <message>
        <source>Token of the tunnel</source>
        <translation>Token do túnel</translation>
    </message>
    <message>
        <source>The page of the tunnel at Cloudflare shows it under “Install and run a connector”.</source>
        <translation>A página do túnel na Cloudflare o mostra em “Install and run a connector”.</translation>
    </message>
    <message>
        <source>Authtoken of ngrok</source>
        <translation>Authtoken do ngrok</translation>
    </message>
    <message>
        <source>The dashboard of ngrok shows it under “Your Authtoken”.</source>
        <translation>O painel do ngrok o mostra em “Your Authtoken”.</translation>
    </message>
    <message>
        <source>Token of the own command</source>
        <translation>Token do comando próprio</translation>
    </message>
    <message>
        <source>Given to it in its environment as PICKER_TUNNEL_TOKEN; leave it empty for none.</source>
        <translation>Entregue ao comando no ambiente como PICKER_TUNNEL_TOKEN; deixe vazio para nenhum.</translation>
    </message>
    <message>
        <source>Cloudflare, with an address that stays</source>
        <translation>Cloudflare, com endereço que permanece</translation>
    </message>
    <message>
        <source>Free; needs a domain at Cloudflare and the token of a tunnel.</source>
        <translation>Grátis; precisa de um domínio na Cloudflare e do token de um túnel.</translation>
    </message>
    <message>
        <source>Cloudflare, to try it out</source>
        <translation>Cloudflare, para experimentar</translation>
    </message>
    <message>
        <source>Needs nothing; the address is another one after each start.</source>
        <translation>Não precisa de nada; o endereço muda a cada início.</translation>
    </message>
    <message>
        <source>Needs an account there; free ones have one address that stays.</source>
        <translation>Precisa de uma conta lá; as grátis têm um endereço que permanece.</translation>
    </message>
    <message>
        <source>A server of your own, by ssh</source>
        <translation>Um servidor seu, por ssh</translation>
    </message>
    <message>
        <source>A web server there passes the calls on to the port that ssh opens.</source>
        <translation>Um servidor web lá repassa as chamadas à porta que o ssh abre.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Outro programa</translation>
    </message>
    <message>
        <source>Any command that opens a tunnel and prints its address.</source>
        <translation>Qualquer comando que abra um túnel e mostre o endereço.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Orders come by the platform&apos;s list every two minutes, or by another way in.</source>
        <translation>Os pedidos vêm pela lista da plataforma a cada dois minutos, ou por outra entrada.</translation>
    </message>
    <message>
        <source>Find it out</source>
        <translation>Descobrir</translation>
    </message>
    <message>
        <source>By the characters</source>
        <translation>Pelos caracteres</translation>
    </message>
    <message>
        <source>By the keys</source>
        <translation>Pelas teclas</translation>
    </message>
    <message>
        <source>Client ID and secret</source>
        <translation>Client ID e segredo</translation>
    </message>
    <message>
        <source>A person, with Enter</source>
        <translation>Uma pessoa, com Enter</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>O programa</translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation>Só as novas</translation>
    </message>
    <message>
        <source>All that have not ended</source>
        <translation>Todas que não terminaram</translation>
    </message>
    <message>
        <source>Given by the environment variable {name}, which stands above the keyring.</source>
        <translation>Dado pela variável de ambiente {name}, que fica acima do chaveiro.</translation>
    </message>
    <message>
        <source>Saved in the keyring of this computer. What you type takes its place.</source>
        <translation>Guardado no chaveiro deste computador. O que você digitar toma o lugar dele.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>This cannot be read: check the quotation marks.</source>
        <translation>Não dá para ler isto: confira as aspas.</translation>
    </message>
    <message>
        <source>Write whole numbers, with blanks between them.</source>
        <translation>Escreva números inteiros, com espaços entre eles.</translation>
    </message>
    <message>
        <source>Write a number above {least}, up to {most}.</source>
        <translation>Escreva um número acima de {least}, até {most}.</translation>
    </message>
    <message>
        <source>Write a whole number from {least} to {most}.</source>
        <translation>Escreva um número inteiro de {least} a {most}.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Escreva um número.</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>volta à lista</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>How the shop is called, and where it is.</source>
        <translation>Como a loja se chama e onde fica.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Incluir uma conta</translation>
    </message>
    <message>
        <source>At which platform?</source>
        <translation>Em qual plataforma?</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>The products of each account, as its platform lists them.</source>
        <translation>Os produtos de cada conta, como a plataforma os lista.</translation>
    </message>
    <message>
        <source>Way in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>How the calls of the platforms arrive here.</source>
        <translation>Como as chamadas das plataformas chegam aqui.</translation>
    </message>
    <message>
        <source>Webhook and tunnel</source>
        <translation>Webhook e túnel</translation>
    </message>
    <message>
        <source>What brings the calls of the platforms from the internet to this computer.</source>
        <translation>O que traz as chamadas das plataformas da internet até este computador.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Leitor</translation>
    </message>
    <message>
        <source>How scans are told from typing.</source>
        <translation>Como as leituras se distinguem da digitação.</translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation>Etiquetas da balança</translation>
    </message>
    <message>
        <source>How the scale&apos;s labels are read.</source>
        <translation>Como as etiquetas da balança são lidas.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>How loud the program is.</source>
        <translation>Quão alto é o programa.</translation>
    </message>
    <message>
        <source>Database and limits</source>
        <translation>Banco de dados e limites</translation>
    </message>
    <message>
        <source>Rarely changed.</source>
        <translation>Raramente muda.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Verificar tudo</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Conta nova</translation>
    </message>
    <message>
        <source>Changes are still being sent: start again all the same?</source>
        <translation>Ainda há alterações sendo enviadas: reiniciar mesmo assim?</translation>
    </message>
    <message>
        <source>they are kept, and sent after the start</source>
        <translation>elas ficam guardadas e seguem após o início</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>The account is no longer in the file of the settings.</source>
        <translation>A conta já não está no arquivo das configurações.</translation>
    </message>
    <message>
        <source>Take {name} out of the settings?</source>
        <translation>Retirar {name} das configurações?</translation>
    </message>
    <message>
        <source>its orders stay; the same key again takes it out</source>
        <translation>os pedidos dela ficam; a mesma tecla de novo a retira</translation>
    </message>
    <message>
        <source>Take this platform</source>
        <translation>Usar esta plataforma</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Iniciar com o computador</translation>
    </message>
    <message>
        <source>The program is there, with its window small, as soon as this user signs in.</source>
        <translation>O programa já está lá, com a janela minimizada, assim que este usuário entra.</translation>
    </message>
    <message>
        <source>The program does not know how to do that on this kind of computer.</source>
        <translation>O programa não sabe fazer isso neste tipo de computador.</translation>
    </message>
    <message>
        <source>That could not be written: {words}</source>
        <translation>Não foi possível gravar: {words}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>The program starts with the computer</source>
        <translation>O programa inicia com o computador</translation>
    </message>
    <message>
        <source>The program does not start with the computer</source>
        <translation>O programa não inicia com o computador</translation>
    </message>
    <message>
        <source>Saved: it holds from the next start on</source>
        <translation>Salvo: vale a partir do próximo início</translation>
    </message>
    <message>
        <source>starts the program again now</source>
        <translation>reinicia o programa agora</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nada foi mudado</translation>
    </message>
    <message>
        <source>Look at what stands beside the field.</source>
        <translation>Veja o que está ao lado do campo.</translation>
    </message>
    <message>
        <source>The file of the settings cannot be written: {words}</source>
        <translation>O arquivo das configurações não pode ser gravado: {words}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Commands to scan</source>
        <translation>Comandos para ler</translation>
    </message>
    <message>
        <source>FINISH and REJECT want CONFIRM after them. × 2 to × 9 count for the next product.</source>
        <translation>CONCLUIR e RECUSAR pedem CONFIRMAR depois. × 2 a × 9 valem para o próximo produto.</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Price of a product</source>
        <translation>Preço de um produto</translation>
    </message>
    <message>
        <source>At once, or from a day on.</source>
        <translation>Na hora, ou a partir de um dia.</translation>
    </message>
    <message>
        <source>Take a product off sale</source>
        <translation>Pausar um produto</translation>
    </message>
    <message>
        <source>Customers no longer see it.</source>
        <translation>Os clientes deixam de ver.</translation>
    </message>
    <message>
        <source>Put a product on sale</source>
        <translation>Ativar um produto</translation>
    </message>
    <message>
        <source>Customers see it again.</source>
        <translation>Os clientes voltam a ver.</translation>
    </message>
    <message>
        <source>Close the shop</source>
        <translation>Fechar a loja</translation>
    </message>
    <message>
        <source>No new orders come, for a reason.</source>
        <translation>Não chegam pedidos novos; diga o motivo.</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Abrir a loja</translation>
    </message>
    <message>
        <source>Orders come again.</source>
        <translation>Os pedidos voltam a chegar.</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>A loja</translation>
    </message>
    <message>
        <source>What do you want to set at the platform?</source>
        <translation>O que você quer mudar na plataforma?</translation>
    </message>
    <message>
        <source>At which platform?</source>
        <translation>Em qual plataforma?</translation>
    </message>
    <message>
        <source>Scan it, or type a part of its name or its code at the platform.</source>
        <translation>Bipe o produto, ou digite parte do nome ou o código dele na plataforma.</translation>
    </message>
    <message>
        <source>Shop {id}</source>
        <translation>Loja {id}</translation>
    </message>
    <message>
        <source>In which shops? → takes one out or in again.</source>
        <translation>Em quais lojas? → tira ou põe uma.</translation>
    </message>
    <message>
        <source>The price of one, in {currency}.</source>
        <translation>O preço da unidade, em {currency}.</translation>
    </message>
    <message>
        <source>Why? The platform keeps these words.</source>
        <translation>Por quê? A plataforma guarda este texto.</translation>
    </message>
    <message>
        <source>Closed for a short time</source>
        <translation>Fechada por pouco tempo</translation>
    </message>
    <message>
        <source>From when on? Enter: at once. Or type a day, such as {day}.</source>
        <translation>A partir de quando? Enter: agora. Ou digite um dia, como {day}.</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Mudar o preço</translation>
    </message>
    <message>
        <source>Another price of this product is to come already: only one can wait there.</source>
        <translation>Já há outro preço agendado para este produto: só cabe um.</translation>
    </message>
    <message>
        <source>Put this one in its place</source>
        <translation>Trocar por este</translation>
    </message>
</context>
<context>
    <name>ShopCalls</name>
    <message>
        <source>from {day} on</source>
        <translation>a partir de {day}</translation>
    </message>
    <message>
        <source>{code}: on sale</source>
        <translation>{code}: ativo</translation>
    </message>
    <message>
        <source>{code}: off sale</source>
        <translation>{code}: pausado</translation>
    </message>
    <message>
        <source>Shop open</source>
        <translation>Loja aberta</translation>
    </message>
    <message>
        <source>Shop closed</source>
        <translation>Loja fechada</translation>
    </message>
    <message>
        <source>sent at {time}</source>
        <translation>enviado às {time}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusado</translation>
    </message>
    <message>
        <source>a newer one counts</source>
        <translation>vale um mais novo</translation>
    </message>
    <message>
        <source>not sent, tried again</source>
        <translation>tentando de novo</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>{platform} does not know this code</source>
        <translation>O {platform} não conhece este código</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>goes back</source>
        <translation>volta</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>O que é perguntado</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>What was set</source>
        <translation>O que foi mudado</translation>
    </message>
    <message>
        <source>The platform does not tell what holds now: this is what was sent to it.</source>
        <translation>A plataforma não informa o que vale agora: isto é o que foi enviado.</translation>
    </message>
    <message>
        <source>Nothing was set yet. Each change will stand here with its answer.</source>
        <translation>Nada foi mudado ainda. Cada mudança aparece aqui com a resposta.</translation>
    </message>
</context>
<context>
    <name>Span</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>{time} de atraso</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltam {time}</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>You: mend this in the file of the settings, then start again.</source>
        <translation>Você: corrija isto no arquivo de configuração e inicie de novo.</translation>
    </message>
    <message>
        <source>Nothing is lost: what was done here is kept.</source>
        <translation>Nada se perde: o que foi feito aqui está guardado.</translation>
    </message>
    <message>
        <source>Our fault, not yours. What you did is saved. You: start again; the log helps us to mend it.</source>
        <translation>A culpa é nossa, não sua. O que você fez está salvo. Você: inicie de novo; o registro nos ajuda a corrigir.</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>The program could not start</source>
        <translation>O programa não pôde iniciar</translation>
    </message>
    <message>
        <source>The program had to end</source>
        <translation>O programa teve de ser encerrado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>TRAINING: these orders are not real</source>
        <translation>TREINAMENTO: estes pedidos não são reais</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar a janela</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Orders to pick: {count}</source>
        <translation>Pedidos a separar: {count}</translation>
    </message>
    <message>
        <source>Orders keep coming</source>
        <translation>Os pedidos continuam chegando</translation>
    </message>
    <message>
        <source>The program goes on here, and rings. Quit it with this icon&apos;s menu.</source>
        <translation>O programa continua aqui e toca. Saia dele pelo menu deste ícone.</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Asking the platform</source>
        <translation>Perguntando à plataforma</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Acesso feito</translation>
    </message>
    <message>
        <source>The platform takes these credentials.</source>
        <translation>A plataforma aceita estas credenciais.</translation>
    </message>
    <message>
        <source>The sign-in was refused</source>
        <translation>O acesso foi recusado</translation>
    </message>
    <message>
        <source>The platform does not know these credentials. Copy them from its pages again, each one whole.</source>
        <translation>A plataforma não conhece estas credenciais. Copie-as de novo das páginas dela, cada uma inteira.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation>O relógio deste computador está errado</translation>
    </message>
    <message>
        <source>Let this computer set its time by itself, then try again.</source>
        <translation>Deixe o computador acertar a hora sozinho e teste de novo.</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>A conexão não é segura</translation>
    </message>
    <message>
        <source>A proxy or virus scanner opens secure connections. Exempt the platform from it, and look at the clock.</source>
        <translation>Um proxy ou antivírus abre conexões seguras. Exclua a plataforma dele e confira o relógio.</translation>
    </message>
    <message>
        <source>The platform is not reached</source>
        <translation>A plataforma não é alcançada</translation>
    </message>
    <message>
        <source>Check the internet line, a proxy, and the address of the platform.</source>
        <translation>Confira a internet, um proxy e o endereço da plataforma.</translation>
    </message>
    <message>
        <source>The platform does not answer</source>
        <translation>A plataforma não responde</translation>
    </message>
    <message>
        <source>Check the internet line, then try again.</source>
        <translation>Confira a internet e teste de novo.</translation>
    </message>
    <message>
        <source>The platform asks us to wait</source>
        <translation>A plataforma pede que esperemos</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Teste de novo em um minuto.</translation>
    </message>
    <message>
        <source>The platform answers something else</source>
        <translation>A plataforma responde outra coisa</translation>
    </message>
    <message>
        <source>Check the address of the platform, and whether this network wants a sign-in of its own.</source>
        <translation>Confira o endereço da plataforma e se esta rede pede um login próprio.</translation>
    </message>
    <message>
        <source>A secret is missing</source>
        <translation>Falta um segredo</translation>
    </message>
    <message>
        <source>Type the secrets that the platform gave you.</source>
        <translation>Digite os segredos que a plataforma lhe deu.</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>What the tunnel said last</source>
        <translation>O que o túnel disse por último</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar o endereço</translation>
    </message>
    <message>
        <source>Test the whole way</source>
        <translation>Testar o caminho todo</translation>
    </message>
    <message>
        <source>Start the tunnel again</source>
        <translation>Reiniciar o túnel</translation>
    </message>
    <message>
        <source>The public address is asked</source>
        <translation>Perguntando no endereço público</translation>
    </message>
    <message>
        <source>The tunnel is started again</source>
        <translation>O túnel está sendo reiniciado</translation>
    </message>
    <message>
        <source>Enter exactly this address at the platform; a telephone reads the code.</source>
        <translation>Informe exatamente este endereço na plataforma; um celular lê o código.</translation>
    </message>
    <message>
        <source>The address stands here once it is known.</source>
        <translation>O endereço aparece aqui assim que for conhecido.</translation>
    </message>
    <message>
        <source>This address is another one after the next start.</source>
        <translation>Este endereço será outro no próximo início.</translation>
    </message>
    <message>
        <source>Ended by itself since the start: {count}.</source>
        <translation>Terminou sozinho desde o início: {count}.</translation>
    </message>
    <message>
        <source>Webhook of {name}</source>
        <translation>Webhook de {name}</translation>
    </message>
    <message>
        <source>The public address</source>
        <translation>O endereço público</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>There is no address yet</source>
        <translation>Ainda não há endereço</translation>
    </message>
    <message>
        <source>No tunnel</source>
        <translation>Sem túnel</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberto</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Não testado</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Fora do ar</translation>
    </message>
    <message>
        <source>whoever makes it</source>
        <translation>quem o fornece</translation>
    </message>
    <message>
        <source>Orders are read from the platform&apos;s list meanwhile.</source>
        <translation>Enquanto isso, os pedidos são lidos da lista da plataforma.</translation>
    </message>
    <message>
        <source>The tunnel is back</source>
        <translation>O túnel voltou</translation>
    </message>
    <message>
        <source>Tunnel down</source>
        <translation>Túnel fora do ar</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Sent back: correct it</source>
        <translation>Devolvido: corrija</translation>
    </message>
    <message>
        <source>Saved, not sent yet</source>
        <translation>Salvo, ainda não enviado</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>Enviado, sem confirmação</translation>
    </message>
    <message>
        <source>Not certain, asking again</source>
        <translation>Incerto, perguntando</translation>
    </message>
    <message>
        <source>Your turn: decide</source>
        <translation>Sua vez: decida</translation>
    </message>
    <message>
        <source>With the platform’s desk</source>
        <translation>Com a central da plataforma</translation>
    </message>
    <message>
        <source>Ready, confirmed</source>
        <translation>Pronto, confirmado</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cancelled: put it back</source>
        <translation>Cancelado: devolva</translation>
    </message>
    <message>
        <source>Finished on another device</source>
        <translation>Concluído em outro aparelho</translation>
    </message>
    <message>
        <source>Not picked here</source>
        <translation>Não separado aqui</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>A separar</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>Pesar</translation>
    </message>
    <message>
        <source>{left} more</source>
        <translation>mais {left}</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Separado</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>A menos</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não tem</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Trocado</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Troca</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Incluído</translation>
    </message>
    <message>
        <source>See its parts</source>
        <translation>Veja as partes</translation>
    </message>
    <message>
        <source>Removed by the customer</source>
        <translation>Retirado pelo cliente</translation>
    </message>
    <message>
        <source>new from the platform</source>
        <translation>novo da plataforma</translation>
    </message>
    <message>
        <source>removed by the platform</source>
        <translation>retirado pela plataforma</translation>
    </message>
    <message>
        <source>changed by the platform</source>
        <translation>mudado pela plataforma</translation>
    </message>
    <message>
        <source>rider picks up</source>
        <translation>entregador retira</translation>
    </message>
    <message>
        <source>we deliver</source>
        <translation>nós entregamos</translation>
    </message>
    <message>
        <source>customer comes</source>
        <translation>cliente retira</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Separando</translation>
    </message>
    <message>
        <source>Waiting for platform</source>
        <translation>Esperando a plataforma</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Feitos hoje</translation>
    </message>
    <message>
        <source>Items are not available</source>
        <translation>Itens indisponíveis</translation>
    </message>
    <message>
        <source>What was ordered is not in the store.</source>
        <translation>O que foi pedido não está na loja.</translation>
    </message>
    <message>
        <source>The store is closed</source>
        <translation>A loja está fechada</translation>
    </message>
    <message>
        <source>The order came outside the opening hours.</source>
        <translation>O pedido veio fora do horário de funcionamento.</translation>
    </message>
    <message>
        <source>The store is too busy</source>
        <translation>A loja está cheia demais</translation>
    </message>
    <message>
        <source>It cannot be ready in time.</source>
        <translation>Não fica pronto a tempo.</translation>
    </message>
    <message>
        <source>same brand, {brand}</source>
        <translation>mesma marca, {brand}</translation>
    </message>
    <message>
        <source>also {words}</source>
        <translation>também {words}</translation>
    </message>
    <message>
        <source>not in the catalogue: use the code as it is</source>
        <translation>fora do catálogo: usar o código como está</translation>
    </message>
    <message>
        <source>The platform did not answer as expected. The program tries again.</source>
        <translation>A plataforma não respondeu como esperado. O programa tenta de novo.</translation>
    </message>
    <message>
        <source>The platform cannot be reached. What you did is saved here and is sent as soon as the line is back.</source>
        <translation>A plataforma está fora do alcance. O que você fez está salvo aqui e é enviado quando a conexão voltar.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down. The program waits and goes on.</source>
        <translation>A plataforma pede para ir mais devagar. O programa espera e continua.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform took this. The program reads the order back. Please wait.</source>
        <translation>Não é certo se a plataforma recebeu isto. O programa lê o pedido de volta. Aguarde.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. You: check the client id and the secret of this account.</source>
        <translation>A plataforma recusa o acesso. Você: confira o código de cliente e a senha desta conta.</translation>
    </message>
    <message>
        <source>The platform refuses this. You: correct the marked lines and send again.</source>
        <translation>A plataforma recusa isto. Você: corrija as linhas marcadas e envie de novo.</translation>
    </message>
    <message>
        <source>The platform does not know this order. You: check the account&apos;s settings.</source>
        <translation>A plataforma não conhece este pedido. Você: confira a configuração da conta.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read. It is kept for support.</source>
        <translation>A plataforma enviou algo que este programa não lê. Fica guardado para o suporte.</translation>
    </message>
    <message>
        <source>Given back: make it</source>
        <translation>Devolvido: prepare</translation>
    </message>
    <message>
        <source>Acceptance refused</source>
        <translation>Aceite recusado</translation>
    </message>
    <message>
        <source>Accepted, not certain</source>
        <translation>Aceite sem certeza</translation>
    </message>
    <message>
        <source>Accepted, being sent</source>
        <translation>Aceito, enviando</translation>
    </message>
    <message>
        <source>Accepted, waiting</source>
        <translation>Aceito, aguardando</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Para aceitar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Isso não funcionou</translation>
    </message>
    <message>
        <source>Our fault, not yours. It is saved for support. Try again.</source>
        <translation>Culpa nossa, não sua. Fica guardado para o suporte. Tente de novo.</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Leitor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by weight</source>
        <translation>
            <numerusform>%n por peso</numerusform>
            <numerusform>%n por peso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved here, not yet at {platform}</source>
        <translation>
            <numerusform>%n mudança salva aqui, ainda não em {platform}</numerusform>
            <numerusform>%n mudanças salvas aqui, ainda não em {platform}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are saved here and not yet at {platforms}. They are sent at the next start.</source>
        <translation>
            <numerusform>%n alteração está salva aqui e ainda não em {platforms}. Ela é enviada na próxima abertura do programa.</numerusform>
            <numerusform>%n alterações estão salvas aqui e ainda não em {platforms}. Elas são enviadas na próxima abertura do programa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent</source>
        <translation>
            <numerusform>%n mudança não enviada</numerusform>
            <numerusform>%n mudanças não enviadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>e mais %n linha</numerusform>
            <numerusform>e mais %n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new order(s): {codes}</source>
        <translation>
            <numerusform>Pedido novo: {codes}</numerusform>
            <numerusform>%n pedidos novos: {codes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still to pick</source>
        <translation>
            <numerusform>Falta %n linha</numerusform>
            <numerusform>Faltam %n linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PromotionCounts</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produto</numerusform>
            <numerusform>%n produtos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n produto adicionado</numerusform>
            <numerusform>%n produtos adicionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n loja</numerusform>
            <numerusform>%n lojas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promoção</numerusform>
            <numerusform>%n promoções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) in the file</source>
        <translation>
            <numerusform>%n promoção no arquivo</numerusform>
            <numerusform>%n promoções no arquivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) brought in</source>
        <translation>
            <numerusform>%n promoção trazida</numerusform>
            <numerusform>%n promoções trazidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) written</source>
        <translation>
            <numerusform>%n promoção gravada</numerusform>
            <numerusform>%n promoções gravadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) marked</source>
        <translation>
            <numerusform>%n promoção marcada</numerusform>
            <numerusform>%n promoções marcadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n coisa a corrigir</numerusform>
            <numerusform>%n coisas a corrigir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): read them first</source>
        <translation>
            <numerusform>%n aviso: leia antes</numerusform>
            <numerusform>%n avisos: leia antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n promotion(s)?</source>
        <translation>
            <numerusform>Enviar %n promoção?</numerusform>
            <numerusform>Enviar %n promoções?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n promotion(s) now?</source>
        <translation>
            <numerusform>Encerrar %n promoção agora?</numerusform>
            <numerusform>Encerrar %n promoções agora?</numerusform>
        </translation>
    </message>
</context>
</TS>
